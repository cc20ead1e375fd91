"""An employer's word on who has come: “都到了”, “李四没来”, “2没来 其他到了”."""

from __future__ import annotations

import re
from typing import Dict, List, Optional

_CLAUSE = re.compile(r"[,、。;!\s]+|(?<=[到来]了)|(?<=没[来到])")
_ABSENT = re.compile(r"[没未冇不]有?(?:来|到|见|看到)|没影|缺")
_THERE = re.compile(r"[到来](?:了|齐|啦|的)|都[到来]|在干|在做|上工")
_EVERYBODY = re.compile(r"都|全|一个|没人|人没|其他|其余|别的|剩下")


def read(text: str, names: List[str]) -> Dict[int, bool]:
    """Who is there, by place in `names` (from 0); {} where that is not plain.

    Asked about one, 1 is “there” and 2 is “not”; asked about several, bare figures and names are those who did not come.
    """
    words = text.strip().lower()
    if len(names) == 1:
        return _of_one(words)
    found: Dict[int, bool] = {}
    waiting: List[int] = []
    for clause in filter(None, _CLAUSE.split(words)):
        waiting += _meant(clause, names)
        verdict = _verdict(clause)
        if verdict is None:
            continue
        if not waiting and (verdict or _EVERYBODY.search(clause)):
            waiting = [place for place in range(len(names)) if place not in found]
        found.update(dict.fromkeys(waiting, verdict))
        waiting = []
    if waiting:  # named without a word: fine only where nothing else was said
        return {} if found else dict.fromkeys(waiting, False)
    return found


def _of_one(words: str) -> Dict[int, bool]:
    if words.rstrip("。.! ") in ("1", "2"):
        return {0: words[0] == "1"}
    verdict = {"是": True, "是的": True, "对": True, "没": False, "没有": False}.get(words, _verdict(words))
    return {} if verdict is None else {0: verdict}


def _verdict(clause: str) -> Optional[bool]:
    if _ABSENT.search(clause):
        return False
    return True if _THERE.search(clause) else None


def _meant(clause: str, names: List[str]) -> List[int]:
    places = [place for place, name in enumerate(names) if name and name in clause]
    figures = [int(figure) - 1 for figure in re.findall(r"(?<!\d)[1-9](?!\d)", clause)]
    return places + [place for place in figures if place < len(names) and place not in places]
