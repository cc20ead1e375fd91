from __future__ import annotations

import pytest

from bot.services.context import Context
from bot.services.importing import BadRow, import_rows
from bot.store.people import Employer, Person
from bot.store.work import Posting

HEAD = (
    "employer_name,employer_phone,trade,title,place,address,date_from,date_to,start_time,wage_min,wage_max,"
    "wage_unit,pay_cycle,headcount,min_age,max_age,notes"
)
GOOD = dict(
    employer_name="示例队", employer_phone="13800001001", trade="general_labor", title="小工", place="洪山",
    address="1号门", date_from="2026-11-25", date_to="2026-11-26", start_time="7:00", wage_min="260",
    wage_max="300.5", wage_unit="day", pay_cycle="daily", headcount="5", min_age="18", max_age="60", notes="",
)  # fmt: skip


def row(**changes: str) -> str:
    return ",".join({**GOOD, **changes}[name] for name in HEAD.split(","))


def test_a_good_row_goes_in_as_written(sqlite_ctx: Context) -> None:
    assert import_rows(sqlite_ctx, "postings", [HEAD, row()]).added == 1
    with sqlite_ctx.db.reading() as session:
        posting = session.query(Posting).one()
        assert (posting.place_code, posting.place_name, posting.trade) == ("420111", "洪山", "general_labor")
        assert (posting.wage_min, posting.wage_max, posting.start_time) == (26000, 30050, "07:00")
        assert (posting.date_from.isoformat(), posting.date_to.isoformat()) == ("2026-11-25", "2026-11-26")
        assert (posting.headcount, posting.seats_taken, posting.state) == (5, 0, "open")
        assert session.query(Person).one().phone == "+8613800001001"


@pytest.mark.parametrize(
    ("changes", "stored"),
    [
        ({"trade": "小工"}, ("trade", "general_labor")),
        ({"place": "420111"}, ("place_code", "420111")),
        ({"date_to": ""}, ("date_to", "2026-11-25")),
        ({"wage_unit": "天"}, ("wage_unit", "day")),
        ({"wage_min": "", "wage_max": ""}, ("wage_min", "None")),
        ({"date_from": "2026/11/25"}, ("date_from", "2026-11-25")),
    ],
)
def test_other_ways_to_write_it(sqlite_ctx: Context, changes: dict, stored: tuple) -> None:
    report = import_rows(sqlite_ctx, "postings", [HEAD, row(**changes)])
    assert report.refused == []
    with sqlite_ctx.db.reading() as session:
        assert str(getattr(session.query(Posting).one(), stored[0])) == stored[1]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"employer_phone": "123"}, "employer_phone 不是电话号码"),
        ({"employer_name": ""}, "employer_name 没填"),
        ({"trade": "宇航员"}, "trade 不认识：宇航员"),
        ({"place": "火星"}, "place 不认识：火星"),
        ({"place": "深圳"}, "place 不在湖北：深圳"),
        ({"address": ""}, "address 没填"),
        ({"date_from": "明天"}, "date_from 要写成 2026-11-25"),
        ({"date_from": "2026-02-30"}, "date_from 要写成 2026-11-25"),
        ({"date_to": "2026-11-24"}, "date_to 早于 date_from"),
        ({"date_from": "2026-11-01", "date_to": "2026-11-02"}, "日期已经过去"),
        ({"start_time": "早上"}, "start_time 要写成 07:30"),
        ({"wage_min": "三百"}, "wage_min 要是数字（元）"),
        ({"wage_min": "0"}, "wage_min 要大于0，最多两位小数"),
        ({"wage_min": "-5"}, "wage_min 要大于0，最多两位小数"),
        ({"wage_min": "NaN"}, "wage_min 要大于0，最多两位小数"),
        ({"wage_min": "400"}, "wage_min 比 wage_max 大"),
        ({"wage_unit": "year"}, "wage_unit 只能是 hour、day、month、piece、job"),
        ({"headcount": "0"}, "headcount 要是1到5000的整数"),
        ({"headcount": "10000"}, "headcount 要是1到5000的整数"),
        ({"headcount": "几个"}, "headcount 要是1到5000的整数"),
        ({"min_age": "15"}, "min_age 要是16到100的整数"),
        ({"min_age": "61"}, "min_age 比 max_age 大"),
    ],
)
def test_a_bad_row_is_named_and_the_good_ones_go_in(sqlite_ctx: Context, changes: dict, reason: str) -> None:
    report = import_rows(sqlite_ctx, "postings", [HEAD, row(**changes), row()])
    assert report.refused == [f"第2行：{reason}"]
    assert report.added == 1
    with sqlite_ctx.db.reading() as session:
        assert session.query(Posting).count() == 1
        assert session.query(Employer).count() == 1


def test_too_many_columns_are_named(sqlite_ctx: Context) -> None:
    assert import_rows(sqlite_ctx, "postings", [HEAD, row() + ",多了"]).refused == [
        "第2行：列数比表头多，是不是有逗号没加引号"
    ]


def test_a_missing_column_refuses_the_file(sqlite_ctx: Context) -> None:
    with pytest.raises(BadRow, match="表头缺少：headcount"):
        import_rows(sqlite_ctx, "postings", [HEAD.replace("headcount", "人数"), row()])


def test_stations_replace_what_was_known(sqlite_ctx: Context) -> None:
    head = "name,place,address,phone,hours,facilities,source"
    lines = [head, "甲站,洪山,老地址,,,,台账", "甲站,洪山,新地址,,,,台账"]
    assert import_rows(sqlite_ctx, "stations", lines).added == 2
    from bot.store.help import Station

    with sqlite_ctx.db.reading() as session:
        assert session.query(Station).one().address == "新地址"
