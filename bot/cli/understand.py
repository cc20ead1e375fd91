"""Reads messages as JSON lines and writes what the bot understood of each: the contract's command."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from bot.engine import model_file

ZONE = ZoneInfo("Asia/Shanghai")
ROLES = ("worker", "employer")
CHANNELS = ("sms", "wechat")


class BadLine(Exception):
    """A line that cannot be understood; the text says why, for the person who sent it."""


class Asked(NamedTuple):
    """One line of the input, checked."""

    text: str
    now: datetime
    role: str
    channel: str


class Understands(Protocol):
    async def understand(self, text: str, now: datetime, role: str, channel: str) -> dict[str, Any]: ...


def main(argv: list[str], stdin: IO[str], stdout: IO[str]) -> int:
    """0 where every line was understood, 1 where some were not, 2 without a model."""
    parser = argparse.ArgumentParser(
        prog="python -m bot understand", description="逐行读 JSON，逐行写出理解结果"
    )
    usual = model_file.MODELS / model_file.MODEL_NAME
    parser.add_argument("--model", type=Path, default=usual, help="模型文件；默认用 bot/models/ 里的")
    wanted = parser.parse_args(argv)
    try:
        model = model_file.find(wanted.model)
    except model_file.NoModel as why:
        print(why, file=sys.stderr)
        return 2
    from bot.nlu.understand import Understander

    return asyncio.run(answer_all(Understander(model), stdin, stdout))


async def answer_all(bot: Understands, lines: IO[str], out: IO[str]) -> int:
    """One line out for each line in, in order. An empty last line, as editors leave it, is none."""
    failed = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            asked = read_line(line)
            answer = await bot.understand(asked.text, asked.now, asked.role, asked.channel)
        except BadLine as why:
            failed += 1
            answer = {"error": str(why)}
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()
    return 1 if failed else 0


def read_line(line: str) -> Asked:
    """Checks one line. A `now` without an offset is Shanghai's time. Raises BadLine."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLine("这一行不是合法的 JSON") from None
    if not isinstance(given, dict):
        raise BadLine("这一行不是 JSON 对象")
    if not isinstance(given.get("text"), str):
        raise BadLine("缺少 text，或 text 不是文字")
    return Asked(
        _encodable(given["text"]),
        _time(given.get("now")),
        _one_of("role", given.get("role"), ROLES),
        _one_of("channel", given.get("channel"), CHANNELS),
    )


def _time(given: Any) -> datetime:
    if given is None:
        return datetime.now(ZONE)
    try:
        now = datetime.fromisoformat(given.replace("Z", "+00:00"))
        return now.replace(tzinfo=ZONE) if now.tzinfo is None else now.astimezone(ZONE)
    except (AttributeError, ValueError, OverflowError):
        raise BadLine("now 不是 ISO 8601 时间，例如 2026-03-02T09:00:00+08:00") from None


def _one_of(name: str, given: Any, allowed: tuple[str, ...]) -> str:
    if given is None:
        return allowed[0]
    if given not in allowed:
        raise BadLine(f"{name} 只能是 {' 或 '.join(allowed)}")
    return str(given)


def _encodable(text: str) -> str:
    """Half of a surrogate pair (“\\ud83d”) is valid in JSON and no character: it cannot be written out again."""
    return text.encode("utf-8", "replace").decode("utf-8")
