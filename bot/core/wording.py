"""Dates, hours and pay as people say them, short enough for a text message."""

from __future__ import annotations

from datetime import date
from typing import Optional

_NEAR = {0: "今天", 1: "明天", 2: "后天"}
_WEEKDAYS = "一二三四五六日"
_UNITS = {"hour": "时", "day": "天", "month": "月", "piece": "件", "job": "全包"}
_CYCLES = {"daily": "日结", "weekly": "周结", "monthly": "月结", "on_completion": "完工结"}


def day(when: date, today: date) -> str:
    """“明天”, “周六”, “12月3日”."""
    ahead = (when - today).days
    if ahead in _NEAR:
        return _NEAR[ahead]
    if 0 < ahead < 7:
        return f"周{_WEEKDAYS[when.weekday()]}({when.day}号)"
    return f"{when.month}月{when.day}日"


def exact_day(when: date, today: date) -> str:
    """For a promise: never only a relative word. “明天11月25日”, “12月3日”."""
    word = _NEAR.get((when - today).days, "")
    return f"{word}{when.month}月{when.day}日"


def past_day(when: date, today: date) -> str:
    """“昨天”, “11月3日”: of work that is over."""
    return "昨天" if (today - when).days == 1 else f"{when.month}月{when.day}日"


def days(first: date, last: date, today: date) -> str:
    """“明天”, “明天起3天”, “12月1日到5日”."""
    if first == last:
        return day(first, today)
    length = (last - first).days + 1
    if length <= 31:
        return f"{day(first, today)}起{length}天"
    return f"{day(first, today)}起长期"


def yuan(fen: int) -> str:
    """“300”, “1.5”: no currency sign, no needless zeros."""
    return f"{fen / 100:.2f}".rstrip("0").rstrip(".") if fen % 100 else str(fen // 100)


def wage(low: Optional[int], high: Optional[int], unit: Optional[str]) -> str:
    """Fen to “300元/天”, “260-300元/天”, “面议”."""
    if low is None and high is None:
        return "工钱面议"
    least, most = (low if low is not None else high), (high if high is not None else low)
    figure = yuan(least) if least == most else f"{yuan(least)}-{yuan(most)}"
    return f"{figure}元" + (f"/{_UNITS[unit]}" if unit in _UNITS else "")


def cycle(pay_cycle: Optional[str]) -> str:
    """“日结”, or nothing where it is not said."""
    return _CYCLES.get(pay_cycle or "", "")


def age_group(age: Optional[int]) -> str:
    """An employer is shown the group, not the age: “50多岁”."""
    return f"{age // 10 * 10}多岁" if age else ""
