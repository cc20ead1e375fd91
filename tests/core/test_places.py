"""The gazetteer over the real reference tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.core.geo.distance import metres_between
from bot.core.places import Gazetteer, load_gazetteer


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("420000", "湖北"),
        ("420100", "武汉"),
        ("420111", "武汉洪山"),
        ("420202", "黄石港"),
        ("420922", "孝感大悟"),
        ("421003", "荆州区"),
        ("421002", "荆州沙市"),
        ("421022", "荆州公安"),
        ("421071", "荆州开发区"),
        ("421171", "黄冈龙感湖"),
        ("421321", "随州随县"),
        ("420528", "宜昌长阳"),
        ("422800", "恩施"),
        ("422801", "恩施市"),
        ("422826", "恩施咸丰"),
        ("429004", "仙桃"),
        ("429021", "神农架"),
        ("440000", "广东"),
        ("440300", "深圳"),
        ("999999", "999999"),
    ],
)
def test_a_place_has_a_short_name_for_messages(places: Gazetteer, code: str, name: str) -> None:
    assert places.name_of(code) == name


def test_the_official_name_is_kept(places: Gazetteer) -> None:
    assert places.full_name("420111") == "洪山区"
    assert places.full_name("422800") == "恩施土家族苗族自治州"


@pytest.mark.parametrize(
    ("code", "parent"),
    [
        ("420111", "420100"),
        ("420100", "420000"),
        ("429004", "420000"),
        ("420000", None),
        ("440300", "440000"),
        ("440000", None),
        ("000000", None),
    ],
)
def test_parents(places: Gazetteer, code: str, parent: str | None) -> None:
    assert places.parent(code) == parent


@pytest.mark.parametrize(
    ("code", "area", "within"),
    [
        ("420111", "420111", True),
        ("420111", "420100", True),
        ("420111", "420000", True),
        ("429004", "420000", True),
        ("429004", "429000", False),
        ("420100", "420111", False),
        ("440300", "440000", True),
        ("440300", "420000", False),
    ],
)
def test_what_lies_in_what(places: Gazetteer, code: str, area: str, within: bool) -> None:
    assert places.is_within(code, area) is within


@pytest.mark.parametrize(
    ("codes", "area"),
    [
        (["420111", "420106"], "420100"),
        (["420111", "421181"], "420000"),
        (["420100", "420111"], "420100"),
        (["420111"], "420111"),
        (["420111", "440300"], None),
        ([], None),
    ],
)
def test_the_area_that_holds_several_places(places: Gazetteer, codes: list[str], area: str | None) -> None:
    assert places.common_area(codes) == area


def test_the_table_holds_the_seventeen_units_and_every_county_with_a_point(places: Gazetteer) -> None:
    below_province = [code for code in places.counties() if places.parent(code) == "420000"]
    assert below_province == ["429004", "429005", "429006", "429021"]
    assert (
        len(places.counties()) == 105
    )  # 103 of GB/T 2260, and two development areas with streets of their own
    assert {places.parent(code) for code in places.counties()} - {"420000"} == {
        "420100", "420200", "420300", "420500", "420600", "420700", "420800", "420900", "421000", "421100", "421200",
        "421300", "422800",
    }  # fmt: skip
    assert all(places.distance_metres(code, "420111") is not None for code in places.counties())


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert metres_between((114.0, 30.0), (114.0, 31.0)) == pytest.approx(111_195, abs=1)
    assert metres_between((114.0, 30.0), (114.0, 30.0)) == 0


def test_distances(places: Gazetteer) -> None:
    assert places.distance_metres("420111", "420106") == pytest.approx(6_560, abs=5)
    assert places.distance_metres("420106", "420111") == places.distance_metres("420111", "420106")
    assert places.distance_metres("420111", "420111") == 0
    assert 270_000 < (places.distance_metres("420100", "420500") or 0) < 300_000  # Wuhan to Yichang


@pytest.mark.parametrize("code", ["420000", "440300", "123456"])
def test_no_distance_to_what_has_no_one_point(places: Gazetteer, code: str) -> None:
    assert places.distance_metres(code, "420111") is None
    assert places.neighbours(code, 5) == []


def test_neighbours_are_the_nearest_counties_and_not_the_place_itself(places: Gazetteer) -> None:
    assert places.neighbours("420106", 3) == ["420102", "420111", "420103"]
    assert places.neighbours("420500", 2)[0][:4] != "4205"
    assert len(places.neighbours("429021", 4)) == 4


@pytest.mark.parametrize(
    ("longitude", "latitude", "code"),
    [
        (114.41, 30.50, "420111"),  # 光谷
        (111.29, 30.70, "420502"),
        (109.48, 30.28, "422801"),
        (114.06, 22.54, None),  # Shenzhen
    ],
)
def test_the_county_at_a_point(
    places: Gazetteer, longitude: float, latitude: float, code: str | None
) -> None:
    assert places.nearest(longitude, latitude) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("420111", "420111"),
        ("洪山区", "420111"),
        ("洪山", "420111"),
        ("武汉市洪山区", "420111"),
        ("湖北省武汉市洪山区", "420111"),
        ("武汉 洪山", "420111"),
        ("武汉市", "420100"),
        ("光谷", "420111"),
        ("江夏光谷", "420115"),
        ("汉口", "420100"),
        ("恩施", "422800"),
        ("恩施市", "422801"),
        ("恩施州", "422800"),
        ("荆州", "421000"),
        ("荆州区", "421003"),
        ("沙市", "421002"),
        ("随县", "421321"),
        ("长阳县", "420528"),
        ("大冶县", "420281"),
        ("仙桃", "429004"),
        ("阳逻", "420117"),
        ("阳逻街道", "420117"),
        ("红安七里坪", "421122"),
        ("恩施七里坪", "422801"),
        ("红安城关镇", "421122"),
        ("襄阳张湾", "420607"),
        ("张湾", "420303"),
        ("襄樊", "420600"),
        ("郧县", "420304"),
        ("公安县", "421022"),
        ("深圳", "440300"),
        ("广东深圳", "440300"),
        ("全省", "420000"),
        ("城关镇", None),
        ("武昌汉阳", None),
        ("黄冈洪山", None),
        ("洪山区某某路", None),
        ("999999", None),
        ("火星", None),
        ("", None),
    ],
)
def test_names_in_an_imported_table(places: Gazetteer, words: str, code: str | None) -> None:
    assert places.resolve(words) == code


def test_every_popular_name_has_a_known_code_and_stands_once_for_each(places: Gazetteer) -> None:
    folder = Path(__file__).parents[2] / "bot" / "data" / "reference"
    with (folder / "places_popular.csv").open(encoding="utf-8") as file:
        rows = [(row["name"], row["code"]) for row in csv.DictReader(file)]
    assert len(rows) > 400
    assert [row for row in rows if not places.knows(row[1])] == []
    assert len(rows) == len(set(rows))


def test_a_table_saved_by_a_spreadsheet_program_is_read(tmp_path: Path) -> None:
    tables = {
        "regions.csv": "code,name,level,parent,longitude,latitude\n420000,湖北省,province,,,\n"
        "420100,武汉市,city,420000,114.3,30.6\n420111,洪山区,county,420100,114.34,30.5\n",
        "streets.csv": "county_code,name\n420111,关山街道\n",
        "places_popular.csv": "name,code,kind,source_or_note\n光谷,420111,area,\n",
        "places_outside.csv": "name,code\n深圳,440300\n",
        "places_careful.csv": "name,needs\n",
        "place_lookalikes.csv": "phrase\n",
    }
    for name, text in tables.items():
        (tmp_path / name).write_text("\ufeff" + text.replace("\n", "\r\n"), encoding="utf-8")
    places = load_gazetteer(tmp_path)
    assert places.resolve("武汉关山街道") == "420111"
    assert places.name_of("420111") == "武汉洪山"
