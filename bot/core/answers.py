"""What an employer's reply says about the workers he was asked about. What could mean two things is never guessed.

A reply is cut into numbers and phrases. A phrase counts as yes or no only if it is nothing else (“可以来”, “莫来了”):
“可以便宜点吗” is neither. Words before the first verdict make it unclear, words after it are a remark to the worker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Dict, List, NamedTuple, Optional, Sequence

_HE = "(?:他们?|她们?|这个人?|这位|这人|那个人?|师傅|工人|人)"
_LEAD = rf"(?:那就|那|就|嗯+|恩+|哦+|好的?|让|叫|喊|请|你|您|我们?|老板|今天|明天|后天|准时|直接|先|只|都先|{_HE})*"
_TAIL = rf"(?:的|吧|啊|呀|哈|哦|了|啦|嘛|撒|咧|哟|唦|谢谢|试试|看看?|干活|上班|上工|做|报到|来|过来|{_HE})*"
_YES_WORD = (
    "(?:可以|可|行|要得|要|好的?|同意|确认|确定|过?来|中|成|没问题|没得问题|冇得问题|欢迎|收下?|录用|用|定|"
    "okay|ok|yes|y|对|是的?|嗯+|恩+|👌|👍)"
)
_NO_WORD = (
    "(?:不(?:要|行|可以|用|同意|合适|来|能|好|招|需要|想要|收|成|得行|太合适)?|(?:别|莫|不用|不要|不用他|勿)(?:让|叫|喊|再)?"
    rf"{_HE}?(?:过?来|去)?|算了|拒绝|(?:人)?已?经?(?:招|找)?(?:满|够|齐)|(?:已经?)?有人|取消|no|n|👎)"
)
_ALL = r"(?:(?:[两三四五六七八九2-9]个)?(?:都|全部?|一起|所有(?:人)?都?|大家都?))"
_YES = re.compile(rf"{_LEAD}(?:{_YES_WORD}{_TAIL})+")
_NO = re.compile(rf"{_LEAD}{_NO_WORD}{_TAIL}")
_ALL_YES = re.compile(rf"{_LEAD}{_ALL}{_LEAD}(?:{_YES_WORD}{_TAIL})+")
_ALL_NO = re.compile(rf"{_LEAD}{_ALL}{_LEAD}{_NO_WORD}{_TAIL}")
_CODE = re.compile(r"(?<![a-z])([a-hj-np-z])\s*(\d{2})(?!\d\d)")
_SEPARATOR = r",,。;;、!!~\s"
_TOKEN = re.compile(
    r"第?(?P<number>[1-9])(?![\d.:])(?:号|位)?(?!\s*(?:个|点|天|块|元|人|岁|月|日))"
    rf"|(?P<quantity>\d[\d.:]*[^\d{_SEPARATOR}]*)|(?P<phrase>[^\d{_SEPARATOR}]+)"
)
_NOT_SO = re.compile(r"不行|不要|不用|不可以|不来|别|莫")
_SO = re.compile(r"(?<!不)(?:行|可以|要|来)")
_LINK = re.compile(r"(?:和|跟|与|还有|及|第|号|位|这|那|两个|的)+")
_FULL = re.compile(
    rf"(?:{_HE}|都|已经?|我们?|这边|今天|明天)*(?:招|找)?(?:满|够|齐)(?:人)?了?[,,。!! ]*(?:{_NO_WORD}{_TAIL}|谢谢)?[。!!]*"
)
_THANKS = re.compile(r"(?:好的?|嗯+|收到|谢谢|多谢|知道了|晓得了|ok|辛苦了?|[哈啊了哦呀吧,,。.!!\s])+")
_COURTESY = re.compile(
    r"^(?:(?:不好意思|对不起|抱歉|你好|您好|刚?才?在忙|刚忙完|刚看到|才看到|收到|谢谢)[哈啊呀了哦]*[,,。.!!\s]*)+(?=\S)"
)
_FIRST = {"两二2": "1 2", "三3": "1 2 3"}
_ASKS = re.compile(
    r"多大|年纪|年龄|几岁|身体|哪里人|哪儿人|经验|干过|做过|会不会|能不能|行不行|男的|女的|便宜|少点|工资|好多钱|多少钱|电话|联系|几个人?(?:来|了|报)|来几个"
)
NUMBER, YES, NO, ALL_YES, ALL_NO = "number", "yes", "no", "all yes", "all no"
BOTH, QUANTITY, OTHER = "both", "quantity", "other"


class Token(NamedTuple):
    """One piece of a reply; `number` only for numbers."""

    kind: str
    number: int = 0


@dataclass(frozen=True)
class Verdict:
    """`decided` maps the position (0-based) of each question answered to yes or no.

    `unclear` is true where the reply speaks of the questions but could mean two things: ask back.
    """

    decided: Dict[int, bool] = field(default_factory=dict)
    unclear: bool = False

    def __bool__(self) -> bool:
        return bool(self.decided) or self.unclear


def read(text: str, codes: Sequence[str], listed: bool) -> Verdict:
    """Reads a reply to the open questions `codes`, in the order asked.

    `listed`: they were shown to the employer as a numbered list, so that bare numbers mean its items.
    """
    words = _without_courtesy(text)
    if not words or not codes:
        return Verdict()
    if _CODE.search(words):
        return _by_code(words, [code.lower() for code in codes])
    tokens = _tokens(words)
    if len(codes) == 1 and not listed:
        return _single(tokens)
    return _by_item(tokens, len(codes), listed)


def names_a_code(text: str) -> bool:
    """“A23 行”: whom it means is beyond doubt."""
    return bool(_CODE.search(text.lower()))


def is_thanks(text: str) -> bool:
    """“好的谢谢”, “收到”: as likely for what was decided before as for what is still open."""
    return bool(_THANKS.fullmatch(text.strip().lower()))


def asks_about(text: str) -> bool:
    """A question about the worker or the terms: neither yes nor no."""
    return bool(_ASKS.search(text))


def _without_courtesy(text: str) -> str:
    words = text.strip().lower()
    for figure, numbers in _FIRST.items():
        words = re.sub(rf"前[{figure}]个人?", numbers, words)
    return _COURTESY.sub("", words)


def is_full(text: str) -> bool:
    """“招满了”, “人够了”: nobody more is wanted at all."""
    return bool(_FULL.fullmatch(_without_courtesy(text)))


def _tokens(words: str) -> List[Token]:
    found: List[Token] = []
    for match in _TOKEN.finditer(words):
        if match["number"]:
            found.append(Token(NUMBER, int(match["number"])))
        elif match["quantity"]:
            found.append(Token(QUANTITY))
        elif not _LINK.fullmatch(match["phrase"]):
            found.append(Token(_kind(match["phrase"])))
    return found


def _kind(phrase: str) -> str:
    for kind, pattern in ((ALL_NO, _ALL_NO), (ALL_YES, _ALL_YES), (NO, _NO), (YES, _YES)):
        if pattern.fullmatch(phrase):
            return kind
    return BOTH if _NOT_SO.search(phrase) and _SO.search(_NOT_SO.sub("", phrase)) else OTHER


def _single(tokens: List[Token]) -> Verdict:
    kinds = [token.kind for token in tokens]
    if kinds and kinds[0] == NUMBER and tokens[0].number in (1, 2) and set(kinds[1:]) <= {OTHER}:
        return Verdict({0: tokens[0].number == 1})
    return _only(tokens)


def _only(tokens: List[Token]) -> Verdict:
    """The reply to one question: its first phrase decides, unless a later one contradicts it."""
    kinds = [_plain(token.kind) for token in tokens if token.kind != NUMBER]
    said = {kind for kind in kinds if kind in (YES, NO)}
    if not said:
        return Verdict(unclear=BOTH in kinds)
    if len(said) == 2 or kinds[0] == OTHER or {BOTH, QUANTITY} & set(kinds):
        return Verdict(unclear=True)
    return Verdict({0: kinds[0] == YES})


def _plain(kind: str) -> str:
    return {ALL_YES: YES, ALL_NO: NO}.get(kind, kind)


def _by_code(words: str, codes: List[str]) -> Verdict:
    """“A23 1”, “a23行 a24不要”: each code with the words up to the next one."""
    marks = list(_CODE.finditer(words))
    decided: Dict[int, bool] = {}
    unclear = False
    for mark, until in zip(marks, [m.start() for m in marks[1:]] + [len(words)], strict=True):
        code = mark.group(1) + mark.group(2)
        said = _single(_tokens(words[mark.end() : until].lstrip(": ")))
        if code in codes and said.decided:
            decided[codes.index(code)] = said.decided[0]
        else:
            unclear = True
    return Verdict(decided, unclear)


def _by_item(tokens: List[Token], count: int, listed: bool) -> Verdict:
    """“1 3 行,2 不要”, “要1和3”, “都行”; bare numbers are picks where a list was shown."""
    kinds = [token.kind for token in tokens]
    verdicts = [index for index, kind in enumerate(kinds) if kind in (YES, NO, ALL_YES, ALL_NO)]
    if not verdicts and not (NUMBER in kinds and set(kinds) <= {NUMBER}):
        return Verdict(unclear=NUMBER in kinds or BOTH in kinds)
    before = kinds[: verdicts[0]] if verdicts else []
    if {BOTH, QUANTITY} & set(kinds) or OTHER in before:
        return Verdict(unclear=True)
    if kinds[0] in (ALL_YES, ALL_NO) and NUMBER not in kinds:
        return Verdict({position: kinds[0] == ALL_YES for position in range(count)})
    return _assigned(_spoken(tokens, listed), count)


def _assigned(pairs: Optional[Dict[int, bool]], count: int) -> Verdict:
    if not pairs or any(number > count for number in pairs):
        return Verdict(unclear=True)
    return Verdict({number - 1: yes for number, yes in pairs.items()})


def _spoken(tokens: List[Token], listed: bool) -> Optional[Dict[int, bool]]:
    """Each number with its verdict; None where a number has none, or a verdict no number."""
    if tokens[0].kind in (YES, NO):
        return _verdict_first(tokens)
    pairs: Dict[int, bool] = {}
    waiting: List[int] = []
    for token in tokens:
        if token.kind == NUMBER:
            waiting.append(token.number)
        elif token.kind != OTHER and waiting:
            pairs.update({number: _plain(token.kind) == YES for number in waiting})
            waiting = []
        elif token.kind != OTHER:
            return None
    if waiting and not listed:
        return None
    return {**pairs, **{number: True for number in waiting}}


def _verdict_first(tokens: List[Token]) -> Optional[Dict[int, bool]]:
    pairs: Dict[int, bool] = {}
    yes = True
    for token in tokens:
        if token.kind == NUMBER:
            pairs[token.number] = yes
        elif token.kind != OTHER:
            yes = _plain(token.kind) == YES
    return pairs or None
