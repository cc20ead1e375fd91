"""A sum of money in a short answer to “how much”."""

from __future__ import annotations

import re
from typing import Optional

import cn2an

_CHINESE = "零一二两三四五六七八九十百千万"
_SUM = re.compile(rf"(\d+(?:\.\d+)?)\s*(万|千|w|k)?(\d)?|([{_CHINESE}]*[十百千万][{_CHINESE}]*)")
_TIMES = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, None: 1}
LEAST, MOST = 10, 100_000_000


def read_yuan(text: str) -> Optional[int]:
    """“8000”, “一万二”, “1.5万”: whole yuan; of “不是八千是一万八” the last; None where there is none."""
    sums = [_value(match) for match in _SUM.finditer(text.lower().replace(",", ""))]
    sensible = [value for value in sums if value is not None and LEAST <= value <= MOST]
    return sensible[-1] if sensible else None


def _value(match: "re.Match[str]") -> Optional[int]:
    figure, unit, rest, words = match.groups()
    if words:
        return _from_words(words)
    tenth = int(rest) * _TIMES[unit] // 10 if rest and unit else 0
    return int(float(figure) * _TIMES[unit]) + tenth


def _from_words(words: str) -> Optional[int]:
    try:
        return int(cn2an.cn2an(words.replace("两", "二"), "smart"))
    except ValueError:
        return _short(words)


def _short(words: str) -> Optional[int]:
    """“一万二” leaves the unit of its last figure out."""
    units = {"万": "千", "千": "百", "百": "十"}
    if len(words) >= 3 and words[-2] in units:
        try:
            return int(cn2an.cn2an((words + units[words[-2]]).replace("两", "二"), "smart"))
        except ValueError:
            return None
    return None
