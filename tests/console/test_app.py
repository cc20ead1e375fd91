"""The server itself: health, protection, errors, logs, its end."""

from __future__ import annotations

import logging
import os
import re
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
import requests

from bot.config import ROOT, Settings
from bot.services.context import Context
from bot.store.schema import metadata
from bot.store.session import Database, open_engine
from tests.console.conftest import Console, serving
from tests.support.factories import incoming
from tests.support.servers import free_port, wait_for_port

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def test_start_page_leads_to_all_pages(console: Console) -> None:
    page = console.get("/").text
    assert re.findall(r'<li><a href="([^"]+)"', page) == ["/simulator", "/attention", "/cases", "/postings"]


def test_health(console: Console) -> None:
    answer = console.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})


def test_health_while_the_tables_are_missing(tmp_path: Path, sqlite_ctx: Context, settings: Settings) -> None:
    empty = Database(open_engine(f"sqlite:///{tmp_path}/empty.db"))
    with serving(replace(sqlite_ctx, db=empty), settings) as console:
        answer = console.get("/health")
        assert (answer.status_code, answer.json()) == (503, {"ok": False})


@pytest.mark.parametrize(
    "path", ["/", "/simulator", "/attention", "/postings", "/health", "/static/simulator.js", "/nothing"]
)
def test_every_answer_is_protected(console: Console, path: str) -> None:
    headers = console.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert (headers["X-Frame-Options"], headers["Referrer-Policy"]) == ("DENY", "no-referrer")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/simulator", "/attention", "/cases", "/postings", "/nothing"])
def test_pages_keep_to_their_own_policy(console: Console, path: str) -> None:
    page = console.get(path).text
    assert re.findall(r"<style|style=|\son\w+=|<script(?! type=\"module\" src=\"/static/)", page) == []
    assert re.findall(r"(?:src|href)=\"(?!/)[^\"]*", page) == []


def test_pages_are_not_kept_by_browsers(console: Console) -> None:
    kept = [console.get(path).headers["Cache-Control"] for path in ("/attention", "/static/console.css")]
    assert kept == ["no-store", "no-cache"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
@pytest.mark.parametrize("path", ["/simulator/send", "/simulator/thread"])
def test_other_sites_cannot_post(console: Console, path: str, headers: dict) -> None:
    answer = console.post(path, {"phones": []}, **headers)
    assert (answer.status_code, answer.json()) == (403, {"problem": "这个请求不是从本页发来的，没有处理"})


def test_a_form_cannot_post(console: Console) -> None:
    answer = requests.post(
        console.url + "/simulator/thread", data="{}", headers={"Origin": console.url}, timeout=10
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "[", ""])
def test_a_foreign_name_for_this_machine_opens_nothing(
    sqlite_ctx: Context, console: Console, host: str
) -> None:
    incoming(sqlite_ctx, "秘密", "+8613800000001")
    assert console.get("/attention", headers={"Host": host}).status_code in (400, 403)


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1", "[::1]:8080"])
def test_own_names_of_this_machine(console: Console, host: str) -> None:
    assert console.get("/attention", headers={"Host": host}).status_code == 200


def test_any_name_where_it_was_opened_to_the_network(sqlite_ctx: Context, settings: Settings) -> None:
    with serving(sqlite_ctx, replace(settings, console_host="0.0.0.0")) as console:
        assert console.get("/", headers={"Host": "console.example"}).status_code == 200


def test_large_bodies_are_refused(console: Console) -> None:
    answer = console.post("/simulator/thread", {"phones": [], "more": "x" * 70_000})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("/nothing", 404, "没有这个页面"),
        ("/simulator/send", 405, "不能这样打开这个页面"),
        ("/attention/x", 404, "没有这个页面"),
    ],
)
def test_errors_are_plain_sentences(console: Console, path: str, status: int, sentence: str) -> None:
    answer = console.get(path)
    assert (answer.status_code, sentence in answer.text) == (status, True)


@pytest.mark.parametrize("body", ["{", "[[[[", "\x00"])
def test_broken_bodies_are_refused(console: Console, body: str) -> None:
    headers = {"X-Console": "1", "Origin": console.url}
    answer = requests.post(console.url + "/simulator/send", data=body, headers=headers, timeout=10)
    assert (answer.status_code, answer.json()) == (400, {"problem": "这个请求看不懂，没有处理"})


def test_a_failure_tells_nothing(
    tmp_path: Path, sqlite_ctx: Context, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    empty = Database(open_engine(f"sqlite:///{tmp_path}/empty.db"))
    with caplog.at_level(logging.INFO), serving(replace(sqlite_ctx, db=empty), settings) as console:
        page = console.get("/attention")
    assert (page.status_code, "控制台出错了，请稍后再试" in page.text) == (500, True)
    assert "escalations" not in page.text + caplog.text
    assert "console failed: OperationalError" in caplog.text


def test_nothing_that_people_write_is_logged(
    sqlite_ctx: Context, console: Console, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        body = {"channel": "sms", "from": "+8613800000101", "text": "秘密的话"}
        assert console.post("/simulator/send", body).status_code == 200
        console.post("/simulator/thread", {"phones": [{"channel": "sms", "value": "+8613800000101"}]})
    assert [word for word in ("秘密的话", "13800000101") if word in caplog.text] == []


@pytest.fixture
def process(tmp_path: Path):
    """The console as the supervisor starts it, with a page held open by keep-alive."""
    database = f"sqlite:///{tmp_path}/bot.db"
    metadata().create_all(open_engine(database))
    port = free_port()
    env = {**os.environ, "BOT_VAR": str(tmp_path), "DATABASE_URL": database, "CONSOLE_PORT": str(port)}
    command = [sys.executable, "-m", "bot.console.main"]
    child = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    wait_for_port(port, 60)
    with requests.Session() as session:
        yield SimpleNamespace(child=child, port=port, session=session)
    child.kill()
    child.wait()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_ends_cleanly(process: SimpleNamespace, how: int) -> None:
    assert process.session.get(f"http://127.0.0.1:{process.port}/health", timeout=10).json() == {"ok": True}
    process.child.send_signal(how)
    output, _ = process.child.communicate(timeout=20)
    assert process.child.returncode == 0
    assert "Traceback" not in output
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", process.port)) != 0
