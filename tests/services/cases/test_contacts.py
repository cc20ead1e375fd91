"""Contacts from a file: only with a source and a day."""

from __future__ import annotations

import pytest

from bot.services.cases import contacts
from bot.services.context import Context
from bot.services.importing import import_rows

HEAD = "institution,kind,place,phone,address,hours,source,checked"
GOOD = {
    "institution": "示例仲裁院", "kind": "arbitration", "place": "江夏", "phone": "027-12345678", "address": "示例路1号",
    "hours": "工作日", "source": "示例网站", "checked": "2026-11-20",
}  # fmt: skip


def row(**changes: str) -> str:
    return ",".join({**GOOD, **changes}[name] for name in HEAD.split(","))


def found(ctx: Context, kind: str, place: str):
    with ctx.db.reading() as session:
        return contacts.of(ctx, session, kind, place)


def test_the_nearest_one_is_found(sqlite_ctx: Context) -> None:
    rows = [row(), row(institution="示例市仲裁院", place="武汉", phone="027-87654321")]
    assert import_rows(sqlite_ctx, "contacts", [HEAD, *rows]).added == 2
    assert found(sqlite_ctx, "arbitration", "420115").phone == "027-12345678"
    assert found(sqlite_ctx, "arbitration", "420111").phone == "027-87654321"
    assert found(sqlite_ctx, "arbitration", "420600") is None
    assert found(sqlite_ctx, "labour", "420115").phone == "12333"


def test_told_again_it_is_replaced(sqlite_ctx: Context) -> None:
    for phone in ("027-12345678", "027-11112222"):
        import_rows(sqlite_ctx, "contacts", [HEAD, row(phone=phone)])
    assert found(sqlite_ctx, "arbitration", "420115").phone == "027-11112222"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"source": ""}, "source 没填"),
        ({"checked": ""}, "checked 没填"),
        ({"checked": "2027-01-01"}, "checked 是以后的日子"),
        ({"kind": "police"}, "kind 只能是"),
        ({"phone": "", "address": ""}, "至少填一个"),
        ({"place": "长沙"}, "place"),
    ],
)
def test_bad_rows_are_named(sqlite_ctx: Context, changes: dict, why: str) -> None:
    report = import_rows(sqlite_ctx, "contacts", [HEAD, row(**changes)])
    assert report.added == 0 and why in report.refused[0] and report.refused[0].startswith("第2行")
