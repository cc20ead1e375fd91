"""What the command line says and returns where something is wrong, in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config import ROOT

SECRET = "13800000011"


def run(folder: Path, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "BOT_VAR": str(folder), **settings}
    return subprocess.run(
        [sys.executable, "-m", "bot", *command], cwd=ROOT, env=env, capture_output=True, text=True
    )


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"BOT_PORT": "²"}, "设置 BOT_PORT 不对：要是 1 到 65535 的整数"),
        (
            {"DATABASE_URL": "postgresql://u:p@h:x/db"},
            "设置 DATABASE_URL 不对：地址看不懂，要像 postgresql://用户:密码@主机:5432/库名",
        ),
        ({"LOG_LEVEL": "loud"}, "设置 LOG_LEVEL 不对：要是 DEBUG、INFO、WARNING 或 ERROR"),
    ],
)
def test_a_wrong_setting_ends_it_with_one_sentence(
    tmp_path: Path, settings: dict[str, str], sentence: str
) -> None:
    done = run(tmp_path, "serve", **settings)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence + "\n")


@pytest.mark.parametrize("command", [("serve",), ("process", "console")])
def test_a_taken_port_ends_it_before_anything_is_done(tmp_path: Path, command: tuple[str, ...]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = run(tmp_path, *command, CONSOLE_PORT=port)
    sentence = f"设置 CONSOLE_PORT 不对：端口 {port} 已被别的程序占用，请换一个或先停掉那个程序\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence)
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_ours_tells_type_and_place_but_no_text(tmp_path: Path) -> None:
    (tmp_path / SECRET).write_text("", encoding="utf-8")
    done = run(tmp_path / SECRET, "migrate")  # a file where a folder should be
    assert done.returncode == 1
    assert "migrate 出错停下了；设 LOG_LEVEL=DEBUG 再运行，可看到全部经过" in done.stderr
    assert "bot/store/session.py:" in done.stderr
    assert SECRET not in done.stderr and "Traceback" not in done.stderr


def test_debug_shows_all_of_an_error(tmp_path: Path) -> None:
    (tmp_path / SECRET).write_text("", encoding="utf-8")
    done = run(tmp_path / SECRET, "migrate", LOG_LEVEL="DEBUG")
    assert done.returncode == 1
    assert "Traceback" in done.stderr and SECRET in done.stderr
