"""How often pay is settled: “日结”, “干完当天拿现钱”, “每个礼拜六结一次”, “压一个月”, “收完稻子一起算”."""

from __future__ import annotations

import re

_MONEY = "(?:工资|工钱|现钱|现金|钱|薪|账|款)"
_CLEAR = "(?:结(?![果婚束局业伴])|付清|清账|兑现|算[账钱])"
_HAND = "[发给付开拿领]"
_SETTLE = f"(?:{_CLEAR}|{_HAND}{_MONEY})"
_HANDED = f"(?:{_SETTLE}|{_HAND}(?=[,。;!? 的]|$)|到账)"
_FILL = r"[^,。;!?\d没不冇未]{0,4}?"
_AT_ONCE = "(?:就|马上|立马|当场|再|一次性?|一起|统一|一趟|一把|全部?)"
_DONE = "(?:[做干搞弄][完好]|(?<![学写看说吃喝考读用没不未])完(?!工))(?:了|活|工|事|点|后|之后|以后|[那这][^,。;!? ]{0,3}(?=就|再|一))*"

# What each is called, then what is said of it in other words.
_CYCLES = {
    "daily": (
        r"日[结清](?!束)|(?<![一二两三四五六七八九十几半\d])天结(?![业婚果束])|按[日天](?:结|付|算[账钱]|发[工钱放薪])"
        "|现[结付]|现[金场]结|隔天结|次日[结发]|[做干]一天[结拿给发]一天|一天一[结付清发]|当面[结付]|[给拿发要]现[钱金]"
        f"|(?:天天|每[天日]|日日)(?:做完|干完|收工|下班|散工|晚上|下午)?后?[^,。;!?\\d没不]{{0,2}}?{_SETTLE}"
        f"|当[天日晚场]{_FILL}{_HANDED}|(?:下班|收工|散工|放工|下工)(?:后|了|时)?(?:就|马上|立马)?{_HANDED}"
        "|(?<![a-z])rj(?![a-z])"
    ),
    "weekly": (
        f"周结|按周(?:结|发|付|算)|每个?(?:周|礼拜|星期)[一二三四五六日天末]?{_FILL}{_SETTLE}"
        f"|(?:一|7|七)个?(?:周|礼拜|星期|天)(?:一|就)[结付发]|满一?个?(?:周|礼拜|星期){_FILL}{_SETTLE}"
    ),
    "monthly": (
        "(?<!半个)月结(?![婚业束])|月清|按月(?:结|发|付|给|拿|开|支|算[账钱])|月底[结发给付拿开]|月[初中][结发]"
        f"|月月[^,。;!?]{{0,2}}?[结发清]|一个?月一[结付发]|[压押][一1半]个?月|每个?月{_FILL}[发结开](?={_MONEY}|清|$|[,。])"
        f"|[号日][^,。;!?\\d没]{{0,2}}[发开](?={_MONEY})|[次下]个?月{_FILL}发(?=工资|钱|薪|$|[,。])"
    ),
    "on_completion": (
        f"完工(?:后|了)?{_AT_ONCE}*[结付给算拿]|活完[账钱]清|工程完{_FILL}[结付]|结束[后了]?{_AT_ONCE}*[结付]"
        f"|{_DONE}(?:{_AT_ONCE}*性?{_HANDED}|{_AT_ONCE}+性?[了]?[结给付拿算])"
    ),
}
_CYCLE = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _CYCLES.items()))
_HINT = re.compile("[结发给付清算拿开领]|按周|按月|[压押]|现钱|到账|rj")
_REFUSED = re.compile(
    "(?:(?:(?<!要)不要|不做|不干|不接受|(?<!是)不是|别|拒绝|(?<!有)没有)[^,。;!? ]{0,2}|(?<![要是能行可])不)$"
)
_REFUSED_BEHIND = re.compile("的?(?:活|工作)?我?(?:一概|都|也|就|全)?(?:不要|不做|不干|不去|不行|免谈|莫|别)")
_CHOICE = re.compile("还是|或|都[行可中要]")


def read_cycle(text: str) -> str | None:
    """How often pay is settled; None where none is named, or two are (“日结还是月结”).

    “做完当天拿钱” is daily: the day counts before the end of the work.
    """
    if not _HINT.search(text):
        return None
    named = {
        match.lastgroup
        for match in _CYCLE.finditer(text)
        if not _REFUSED.search(text, max(0, match.start() - 6), match.start())
        and not _REFUSED_BEHIND.match(text, match.end())
    }
    if len(named) > 1 and not _CHOICE.search(text):
        named.discard("on_completion")
    return named.pop() if len(named) == 1 else None
