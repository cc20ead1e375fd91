"""What an employer's reply says about the workers he was asked about. What could mean two things is never guessed."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence, Tuple

_NO = re.compile(
    r"不(?:可以|行|要|同意|用|合适|想要|能|来|约|好|招)|拒绝|算了|别来|不了|(?:招|找)满了?|满了|够了|有人了|"
    r"不(?=$|[,,。.\s])|^no$|^n$"
)
_YES = re.compile(
    r"可以|可(?=$|[,,。!\s])|(?<![一几银])行(?!李|业)|同意|确认|^要[他她的得了]?|要[他她]|要(?=$|[,,。!\s])|^好|^来|[喊叫让][他她]?来|"
    r"中(?=$|[,,。!\s])|okay|ok|yes|^y$|没问题|没得问题|收下|欢迎|定了|就[他她]|^成|^对|^嗯|^是的"
)
_ALL = re.compile(r"都|全|一起|所有|大家")
_CODE = re.compile(r"(?<![a-z])([a-hj-np-z])\s*(\d{2})(?!\d)")
_ITEM = re.compile(r"(?<!\d)([1-9])(?!\d)")
_PART = re.compile(r"[,,。;;、\n]+")


Said = Tuple[List[int], Optional[bool]]  # numbers, and yes, no or nothing said of them


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
    words = text.strip().lower().replace("、", " ")
    if not words or not codes:
        return Verdict()
    named = _CODE.search(words)
    if named:
        return _by_code(words, [code.lower() for code in codes])
    if _ALL.search(words):
        yes = _yes_or_no(words)
        return Verdict(unclear=True) if yes is None else Verdict({n: yes for n in range(len(codes))})
    if len(codes) == 1 and not listed:
        return _single(words)
    return _by_item(words, len(codes), listed)


def _single(words: str) -> Verdict:
    bare = re.sub(r"[\s。.,,!!~]+", "", words)
    if bare in ("1", "一", "①", "2", "二", "②"):
        return Verdict({0: bare in ("1", "一", "①")})
    yes = _yes_or_no(words)
    if yes is not None and len(words) <= 30:
        return Verdict({0: yes})
    both = bool(_NO.search(words)) and bool(_YES.search(_NO.sub("", words)))
    return Verdict(unclear=both and len(words) <= 30)


def _yes_or_no(words: str) -> Optional[bool]:
    no = bool(_NO.search(words))
    yes = bool(_YES.search(_NO.sub(" ", words)))
    if no == yes:
        return None
    return yes


def _by_code(words: str, codes: List[str]) -> Verdict:
    """“A23 1”, “a23行 a24不要”: each code with the words up to the next one."""
    marks = list(_CODE.finditer(words))
    decided: Dict[int, bool] = {}
    unclear = False
    for mark, until in zip(marks, [m.start() for m in marks[1:]] + [len(words)], strict=True):
        code, said = mark.group(1) + mark.group(2), words[mark.end() : until]
        if code not in codes:
            unclear = True
            continue
        yes = _code_verdict(said)
        if yes is None:
            unclear = True
        else:
            decided[codes.index(code)] = yes
    return Verdict(decided, unclear)


def _code_verdict(said: str) -> Optional[bool]:
    bare = re.sub(r"[\s::。.,,!!]+", "", said)
    if bare in ("1", "2"):
        return bare == "1"
    return _yes_or_no(bare)


def _by_item(words: str, count: int, listed: bool) -> Verdict:
    """“1 3 行,2 不要”: each part's numbers get the part's word; numbers without one are picks from the list."""
    parts = [part for part in _PART.split(words) if part.strip()]
    decided: Dict[int, bool] = {}
    spoke = False
    for numbers, yes in _read_parts(parts):
        spoke = spoke or bool(numbers) or yes is not None
        if not numbers:
            continue
        if any(number > count for number in numbers) or (yes is None and not listed):
            return Verdict(unclear=True)
        decided.update({number - 1: yes is not False for number in numbers})
    return Verdict(decided, unclear=spoke and not decided)


def _read_parts(parts: List[str]) -> List[Said]:
    read_parts: List[Said] = []
    for part in parts:
        for clause in re.findall(r"[^1-9]*(?:[1-9](?!\d)[\s和跟与号]*)+[^1-9]*|[^1-9]+", part):
            read_parts.append(([int(n) for n in _ITEM.findall(clause)], _yes_or_no(clause)))
    return _spread(read_parts)


def _spread(read_parts: List[Said]) -> List[Said]:
    """“1,3 行”: numbers that end a part without a word take the word of the part that follows."""
    word: Optional[bool] = None
    spread: List[Said] = []
    for numbers, yes in reversed(read_parts):
        word = yes if yes is not None else word
        spread.append((numbers, word))
    return spread[::-1]
