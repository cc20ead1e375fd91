"""Work told by what is done: 砌墙, and with words between, “扎了四十五天钢筋”, or the other way round, “果子要人摘”."""

from __future__ import annotations

import re
from typing import Dict, FrozenSet, Iterable, List, NamedTuple, Tuple

from bot.core.trades import Deed, TradeWord
from bot.nlu.common_words import runs_in, runs_out
from bot.nlu.dates.patterns import any_of
from bot.nlu.reading import BLANK

Found = Tuple[int, int, TradeWord]

_FIGURE = r"大?[\d一二两三四五六七八九十百几半多]{1,4}"
_MEASURE = (
    "年|天|个月|月|小时|钟头|星期|礼拜|晚上?|夜|班|季|辈子|回|次|趟|船|车|柜|箱|袋|包|件|吨|方|平方?|平米|面|堵|间|栋|套"
    "|层|亩|家|户|担|筐|台|条|棵|批|单|个|位"
)
# A length of time is often another reader's already, and blank here.
_LONG = rf"(?:大?{BLANK}{{1,8}}|(?:整整|快|有|将近|差不多)?{_FIGURE}来?个?多?(?:{_MEASURE})(?:半|多)?)"
_KIND = "(?:大|小|老|旧|新|破|散|毛|点|些|下|哈|一下|一哈|我|他|你|人家|别人|老板|客户|东家|工地|家)?的?"
# Between the verb and what it is done to.
_BETWEEN = rf"(?:不动|不了|惯|完|好)?[了过着的得个]?{_LONG}{{0,2}}的?{_KIND}"
_WANTED = any_of(
    "要不要人?|还?要人?|得|需要?人?|请人?|找人?|等着?人?|没得?人|冇得?人|急着?|该|有没有人|有冇得人|哪个|谁"
)
# Between a thing and what is done to it: 虾子要人捞, 盘子端了十二年, 挖机我开了三年.
_SAID_FIRST = rf"(?:多得|不能|能|都|还|太多|熟[了透]|到[了店货场站]?|来了|[,我也要会])?[, ]?{_WANTED}?(?:{_FIGURE}个?人)?(?:来|去|帮忙|帮)?"
_DONE = rf"(?=[了过得着]{_LONG}|不(?:过来|完|赢|动)|得|的活|的事|[不没冇](?:$|[,。!? ])|就(?:告诉|喊|叫|给|推|发)|的[没冇有吗]|了?(?:$|[,。!?; ]))"

# 带着伢, 带两个伢, 照顾好妈妈: one's own.
_OWN = re.compile("着|好|[两二三四2-4]个(?!月|小时|钟|星期|礼拜)")


class Rule(NamedTuple):
    """One row of the table; a text without any of `hint` (first characters of its verbs) is not searched."""

    word: TradeWord
    hint: FrozenSet[str]
    patterns: Tuple[re.Pattern[str], ...]


def joined(deeds: Iterable[Deed]) -> Dict[str, TradeWord]:
    """Every verb with every object right behind it, as words."""
    words: Dict[str, TradeWord] = {}
    for deed in deeds:
        for verb in deed.verbs:
            for thing in deed.objects:
                words.setdefault(verb + thing, deed.word)
    return words


def rules(deeds: Iterable[Deed]) -> List[Rule]:
    """For what stands apart."""
    return [_rule(deed) for deed in deeds]


def _rule(deed: Deed) -> Rule:
    verbs, things = _longest_first(deed.verbs), _longest_first(deed.objects)
    patterns = [f"(?:{verbs})(?!{things}){_BETWEEN}(?:{things})"]
    if not deed.word.thing:  # 家里有两个伢要带 is no trade
        patterns.append(f"(?:{things}){_SAID_FIRST}(?:{verbs}){_DONE}")
    hint = frozenset(verb[0] for verb in deed.verbs)
    return Rule(deed.word, hint, tuple(map(re.compile, patterns)))


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def apart(text: str, table: Iterable[Rule], common: FrozenSet[str]) -> List[Found]:
    """Deeds whose verb and object do not touch, in the order of the table; none whose edge belongs to another word."""
    chars = frozenset(text)
    return [
        (match.start(), match.end(), rule.word)
        for rule in table
        if rule.hint & chars
        for pattern in rule.patterns
        for match in pattern.finditer(text)
        if _stands(text, match, common) and not (rule.word.thing and _OWN.search(match.group()))
    ]


def _stands(text: str, match: re.Match[str], common: FrozenSet[str]) -> bool:
    """False where an edge belongs to another word."""
    return not runs_in(text, match.start(), common) and not runs_out(text, match.end(), common)
