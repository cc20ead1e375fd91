"""Finding words in an advert, unless they are taken back: “不收押金” is good."""

from __future__ import annotations

import re
from typing import Iterator, Optional, Pattern

_CLAUSE = re.compile(r"[^,。;!?\n|]+")
_NOT_BEFORE = re.compile(
    r"(?:不|无|没有?|免|别|勿|非|拒绝|严禁|禁止|谢绝|零|0)(?:用|需要?|收|交|要|得|会|存在|扣|押|付|任何|一切|是|涉及|去|搞|做|接受|以任何形式|各种|、|[\u4e00-\u9fff]{1,4}(?:和|或|及|、))*$"
)
_NOT_AFTER = re.compile(
    r"^[\u4e00-\u9fff、/和及\d元块]{0,8}?(?:全免|都?不(?:收|要|用|交|需要?)|一律不|不存在|免费|免(?=$|[,。 ])|报销"
    r"|(?:公司|厂里?|老板|我们?|单位|店里|企业)(?:来)?(?:出|报|付|承担|包)|没有|[为:]\s*0(?!\d)|零)"
)


def clauses(text: str) -> Iterator[str]:
    """The pieces between punctuation marks and line ends."""
    return (match[0].strip() for match in _CLAUSE.finditer(text))


def asked(text: str, pattern: Pattern[str]) -> Optional[str]:
    """The first clause that holds the pattern and does not deny it; None where there is none."""
    for clause in clauses(text):
        for match in pattern.finditer(clause):
            if not _NOT_BEFORE.search(clause[: match.start()]) and not _NOT_AFTER.match(
                clause[match.end() :]
            ):
                return clause
    return None


def quoted(clause: str) -> str:
    """A short quotation for staff; figures of phone numbers are left out."""
    return "“" + re.sub(r"\d{7,}", "……", clause)[:30] + "”"
