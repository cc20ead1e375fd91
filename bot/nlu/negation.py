"""Whether the words around a name say that it is not meant."""

from __future__ import annotations

import re

_ASKED = "能要去是好来可在想会有做干该行愿"  # 去不去, 是不是, 要不要: a question, no refusal
_BEFORE = re.compile(
    rf"(?:(?<![{_ASKED}都])(?:不|别|莫|冇|没)|除了|除开|除)"
    r"(?:[想愿意要能再打算准备用肯敢得太有]{0,4})(?:给我|跟我)?(?:推荐|介绍|发|安排|派|推)?(?:去|到|来|在|回|往|是|选|做|干|当|搞|会|找|喜欢|考虑|接受)?(?:过)?$"
)
_AFTER = re.compile(
    r"(?:那边|这边|区|市|的活|活|工)?(?:我|就|都|也|可|实在)*"
    r"(?:不(?:去|要|想|考虑|做|干|会(?=$|[\s,。!?了])|愿|行|用|当)(?!不)|去不了|干不了|做不了|干不动|做不动|(?:离(?:我|家)?(?:这里)?)?(?:太|有点|蛮|好)远|除外|以外|之外|外的|就算了|免谈)"
)
_QUESTION = re.compile(r"(?:区|市)?不(?:行|要|去|做|干)吗")


def refused(text: str, start: int, end: int) -> bool:
    """“不去…”, “不是…”, “除了…”, “…以外”, “…不做”."""
    if _QUESTION.match(text, end):
        return False
    return bool(_BEFORE.search(text[max(0, start - 16) : start])) or bool(_AFTER.match(text, end))
