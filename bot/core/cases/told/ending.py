"""The end of a case in the person's own words: paid, part of it, given up."""

from __future__ import annotations

import re
from typing import Optional

PAID, PART = "paid", "part"
_MONEY = "(?:钱|工资|工钱|款|薪水?|账|尾款)"
_PAID = re.compile(
    rf"{_MONEY}.{{0,6}}?(?:给了|给我了|结了|结清|到了|到账|到手|拿到|收到|打过?来|打了|付清|要回来|讨回来|还了)"
    rf"|(?:结清|付清|还清|给清|全给|都给|全结|都结)(?:了|啦)|(?:拿到|收到|要到|要回|讨到)了?.{{0,4}}{_MONEY}"
    rf"|把.{{0,6}}{_MONEY}.{{0,4}}(?:给|结|打|还|付)"
)
_NOT = re.compile(
    r"没|不|冇|未|还欠|还差|别|如果|要是|什么时候|怎么|哪|吗|[??]|答应|说(?:了)?(?:下|明|后|过|会|月)|才|只|能.{0,4}回|想|帮|假的|骗"
)
_PART = re.compile("一半|一部分|部分|先给了?|只给|才给|还差|还欠|剩|没给完|没结完|生活费")
_GIVE_UP = re.compile("不告了|撤(?:诉|案|了|掉|销)|不追究|不要(?:钱|了)?登记|取消(?:登记|案)|销案")
_STOP = re.compile("算了|不说了|不弄了|不搞了|不想说了|取消|以后再说")
_DONE = re.compile(
    r"^(?:好了?|好的|行了?|可以了?|就这些|没了|没有了|完了|够了|没别的了?|不用了?|不用问了|不说了|ok|嗯)[。!.~ ]*$",
    re.I,
)
_SKIP = re.compile(
    r"不知道|不晓得|不清楚|不记得|记不|忘了|跳过|不想说|冇得|说不清|^没有了?$|^无$|^下一个$|搞不清|不懂"
)
YES = re.compile(
    r"^(?:1|一|是的?|对的?|嗯+|恩|好的?|行|可以|没错|ok|要的?|确认|都?到了|全到了?|都?拿到了?|收到了?|撤|齐了|全给了|都给了)(?:$|[。!,. ])",
    re.I,
)
NO = re.compile(r"^(?:2|二|不是?|不对|没|冇|不撤|留|还没|别)")
_ARRIVED = re.compile("^[1一]?[ .、,]*(?:钱)?(?:都|全|已经)?(?:到了|到手|到账|拿到|收到|给了|结清)|^1$")
_NOT_ARRIVED = re.compile("^2$|^[2二]?[ .、,]*(?:还)?(?:没|冇|未)|^2[^\\d]")


def paid(text: str) -> Optional[str]:
    """paid (“钱给了”, “结清了”), part (“只给了一半”), or None: no report of money."""
    words = text.strip()
    if len(words) > 40:
        return None
    if _PART.search(words) and re.search(f"给了|结了|付了|打了|{_MONEY}", words):
        return PART
    return PAID if _PAID.search(words) and not _NOT.search(words) else None


def gives_up(text: str) -> bool:
    """“不告了”, “撤了”: the person wants the case ended."""
    return len(text) <= 20 and bool(_GIVE_UP.search(text))


def stops(text: str) -> bool:
    """“算了”, “不说了”: no more questions."""
    return len(text) <= 20 and bool(_STOP.search(text))


def done(text: str) -> bool:
    """“好了”, “就这些”: nothing more to tell."""
    return bool(_DONE.match(text.strip()))


def skips(text: str) -> bool:
    """“不知道”, “跳过”: an answer too."""
    return len(text) <= 20 and bool(_SKIP.search(text))


def yes_or_no(text: str) -> Optional[bool]:
    """True, False, or None where it is neither."""
    words = text.strip()
    if NO.match(words):
        return False
    return True if YES.match(words) else None


def arrived(text: str) -> Optional[bool]:
    """The answer to “钱到手了吗 1 到了 2 没有”; None where it is none."""
    words = text.strip()
    if len(words) > 20:
        return None
    if _NOT_ARRIVED.match(words):
        return False
    return True if _ARRIVED.match(words) and not re.search(r"[吗??]", words) else None
