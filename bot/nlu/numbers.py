"""Numbers as people type them: “300”, “三百二”, “1万2”, “两千五”, “5k”, “八九百”."""

from __future__ import annotations

import re
from decimal import Decimal

import cn2an

from bot.nlu.reading import BLANK, Reading

UNIT_VALUES = {"十": 10, "百": 100, "千": 1000, "k": 1000, "万": 10000, "w": 10000}
DIGIT_VALUES = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2, "俩": 2}
FIGURES = "0-9零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟"  # inside a character class

# Chinese numerals, built so that “三百二一个工” is 三百二 and 一个工, and “六千一个月” 六千 and 一个月.
_D = "[一二两三四五六七八九]"
_NOT_ONE = "[二两三四五六七八九]"
_LAST = f"(?:{_NOT_ONE}|一(?![天个日月年人晚夜平斤件车吨方米共起直下定般样分名位台]|小时))"
_TENS = f"(?:{_D}十(?:{_NOT_ONE}|一(?![平方吨斤亩]|公斤|个?小时|个?钟))?|十{_D}?)"
_HUNDREDS = f"(?:{_D}百(?:零{_D}|{_D}?十{_D}?|{_LAST})?)"
_THOUSANDS = f"(?:{_D}千(?:零?{_HUNDREDS}|零{_TENS}|零{_D}|{_LAST})?)"
_BELOW_WAN = f"(?:{_THOUSANDS}|{_HUNDREDS}|{_TENS}|{_D})"
_OVER_WAN = f"(?:零?(?:{_THOUSANDS}|{_HUNDREDS}|{_TENS})|零{_D}|{_LAST})"
_HAN = f"(?:{_BELOW_WAN}(?:点{_D})?万{_OVER_WAN}?|{_BELOW_WAN})"
_FORMAL = "[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟零万]*"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?(?![\d.]))"

# Digits with a Chinese unit: “1万2”, “1万2500”, “6千五”, “3百5”, “5k”.
_ONE_MORE = rf"(?:\d(?!\d)|{_LAST})"
_BEFORE_UNIT = rf"(?:\d(?!\d)|{_D})"
_UNDER_THOUSAND = f"(?:{_BEFORE_UNIT}百|{_ONE_MORE})"
_UNDER_WAN = rf"(?:\d{{4}}(?!\d)|{_BEFORE_UNIT}千{_UNDER_THOUSAND}?|{_ONE_MORE})"
_MIXED = f"(?:{_DIGITS} ?(?:万{_UNDER_WAN}?|千{_UNDER_THOUSAND}?|百{_ONE_MORE}?|[kw](?![a-z])))"
_ROUGH_WAN = f"(?:{_HUNDREDS}|{_TENS}|{_DIGITS})[多几来]万"

# Two neighbouring digits before one unit, or after a unit: “八九百”, “一百五六”, “十七八”.
_UP = "(?:一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)"
PAIR = f"(?:{_UP}[十百千万]|{_D}[百千万]{_UP}(?![十百])|{_D}?十{_UP})"
AMOUNT = f"(?:{_ROUGH_WAN}|{_MIXED}|{_DIGITS}|{PAIR}|{_FORMAL}|{_HAN})"
DASH = r"(?: ?(?:-+|~+|—+|–|到|至) ?|(?<=\d)一(?=\d))"
RANGE = f"(?:{AMOUNT}(?:{DASH}{AMOUNT})?)"
NUMBER = re.compile(rf"(?<![\d.]){AMOUNT}")

_AMOUNT = re.compile(AMOUNT)
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_PAIR = re.compile(PAIR)
_PAIR_PARTS = re.compile(rf"({_D}?[十百千万]?)({_D})({_D})([十百千万]?)")
_COIN = re.compile("[块元毛角]")
_COINS = re.compile(rf"(?:({AMOUNT})[块元])?(?:({_D}|\d)(?:[毛角]({_D}|\d)?)?)?")
_DECORATION = re.compile(r"^[¥ ]+|(?:[多几来元整 ]|块钱?|人民币)+$")
_ROUGH = re.compile("[多几来](?=万)")
_POINT = re.compile(f"({_D})点({_D})(?=万)")
_DASH = re.compile(DASH)


def read_number(text: str) -> Decimal | None:
    """The value of one number; None where it is none or names two (“八九百”).

    “两万多” is 20000, “1块5” 1.5, “三百二” 320.
    """
    if _COIN.search(text):
        coins = _COINS.fullmatch(text)
        if coins:
            return _coins(*coins.groups())
    plain = _ROUGH.sub("", _DECORATION.sub("", text)).replace(",", "").replace(" ", "")
    if plain in DIGIT_VALUES:
        return Decimal(DIGIT_VALUES[plain])
    return None if _PAIR.fullmatch(plain) else _value(plain)


def _coins(whole: str | None, tenths: str | None, hundredths: str | None) -> Decimal:
    parts = [(part and read_number(part)) or Decimal(0) for part in (whole, tenths, hundredths)]
    return parts[0] + parts[1] / 10 + parts[2] / 100


def _value(plain: str) -> Decimal | None:
    if _DECIMAL.fullmatch(plain):
        return Decimal(plain)
    if plain[-1:] in ("k", "w") and _DECIMAL.fullmatch(plain[:-1]):
        return Decimal(plain[:-1]) * UNIT_VALUES[plain[-1]]
    if not _AMOUNT.fullmatch(plain):
        return None
    plain = _POINT.sub(lambda match: f"{read_number(match[1])}.{read_number(match[2])}", plain)
    try:
        return Decimal(str(cn2an.cn2an(plain, "smart")))
    except ValueError:  # what cn2an does not take for a number is none
        return None


def read_range(text: str) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest value: “300-350”, “5到6千”, “八九百” (800, 900); one number is both."""
    plain = _DECORATION.sub("", text)
    if _PAIR.fullmatch(plain):
        return _pair(plain)
    parts = _DASH.split(text)
    if len(parts) == 1:
        value = read_number(text)
        return None if value is None else (value, value)
    low, high = read_number(parts[0]), read_number(parts[1])
    if low is None or high is None:
        return None
    return _scaled(low, parts[1], high), high


def _scaled(low: Decimal, high_text: str, high: Decimal) -> Decimal:
    """“5到6千”: the unit stands only once, behind the second number."""
    unit = next((UNIT_VALUES[char] for char in high_text if char in UNIT_VALUES), 1)
    return low * unit if low < 10 and low * unit < high else low


def _pair(plain: str) -> tuple[Decimal, Decimal] | None:
    parts = _PAIR_PARTS.fullmatch(plain)
    if not parts:
        return None
    head, first, second, unit = parts.groups()
    low, high = read_number(head + first + unit), read_number(head + second + unit)
    return None if low is None or high is None else (low, high)


_FIGURE = re.compile(f"[{FIGURES}]")
_UNIT_WORDS = re.compile("(?:一|1|每|按)?个?(?:天|日|月|周|星期|礼拜|小时)")


def unclaimed_figures(reading: Reading) -> str:
    """The text with every figure that an earlier reader claimed blanked; other claimed words stay readable.

    A trade, a place or “月底” matters to the words around a number; what is masked or owed is blanked wholly.
    """
    chars = list(reading.text)
    for start, end, kind in reading.spans:
        words = reading.text[start:end]
        if kind in ("mask", "owed"):
            chars[start:end] = BLANK * (end - start)
        elif not _UNIT_WORDS.fullmatch(words):
            chars[start:end] = _FIGURE.sub(BLANK, words)
    return "".join(chars)
