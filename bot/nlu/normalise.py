"""One spelling for every message: NFKC, simplified characters, plain dashes, no invisible characters."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable

from opencc import OpenCC

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣⁃─━⸺⸻➖﹉﹊"), "-")
_TILDES = dict.fromkeys(map(ord, "∼〜～˜⁓∽﹏﹋﹌"), "~")
_STRAIGHT = {**_DASHES, **_TILDES}
_RUNS = re.compile(r"-{2,}|~{2,}")
_SPACES = re.compile(r"\s+")
# Voice input and old phones write a range with the character for one: 18一50岁, 8:00一19:00.
_ONE_AS_DASH = re.compile(r"(?<=\d)[一ー](?=\d)")
_KEYCAP = "\ufe0e\ufe0f\u20e3"  # presentation marks after a digit: 1️⃣ is read as 1
_CHUNK = 200  # the converter's time grows with the square of an unbroken run

_lock = threading.Lock()
_converters: list[Callable[[str], str]] = []


def normalise(text: str) -> str:
    """The text as every reader expects it. Takes any string; the length may change."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # joins split pairs
    text = unicodedata.normalize("NFKC", text.translate(_STRAIGHT)).translate(_STRAIGHT)
    text = "".join(kept for kept in map(_visible, text) if kept)
    text = _ONE_AS_DASH.sub("-", _simplified(text.lower()))
    text = _RUNS.sub(lambda run: run.group()[0], text)
    return _SPACES.sub(" ", text).strip()


def _visible(char: str) -> str:
    """The character, a blank for a control character that separates, nothing for one that cannot be seen."""
    if char in "\n\r\t\v\f":
        return " "
    if char in _KEYCAP or char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co"):
        return ""
    return char


def _simplified(text: str) -> str:
    if text.isascii():
        return text
    convert = _converter()
    return "".join(convert(text[at : at + _CHUNK]) for at in range(0, len(text), _CHUNK))


def _converter() -> Callable[[str], str]:
    """Built once, at the first message: reading the dictionaries takes some milliseconds."""
    with _lock:
        if not _converters:
            _converters.append(OpenCC("t2s").convert)
        return _converters[0]
