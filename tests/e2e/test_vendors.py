"""The whole service over HTTP alone, against independent fakes of both vendors, on both kinds of storage."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Callable, Iterator, List
from zoneinfo import ZoneInfo

import pytest
import requests

from tests.conftest import fresh_postgres
from tests.e2e import service as running
from tests.e2e.service import Service
from tests.fakes.twilio_server import FakeTwilio
from tests.fakes.wechat_server import FakeWeChat

BOSS = "+8613800001001"
HEAD = (
    "employer_name,employer_phone,trade,title,place,address,date_from,date_to,start_time,wage_min,wage_max,"
    "wage_unit,pay_cycle,headcount,min_age,max_age,notes"
)


@dataclass
class Town:
    """A service, both vendors, and short ways to use them."""

    service: Service
    twilio: FakeTwilio
    wechat: FakeWeChat

    def sms(self, phone: str, text: str, sid: str | None = None) -> requests.Response:
        return self.twilio.text(f"{self.service.bot_url}/webhooks/sms/webhook", phone, text, sid)

    def texts(self, phone: str) -> List[str]:
        return [message["body"] for message in self.twilio.messages if message["to"] == phone]

    def answer(self, phone: str, text: str) -> str:
        """Sends a text and waits for the next one to that phone."""
        before = len(self.texts(phone))
        assert self.sms(phone, text).status_code == 200
        wait_for(lambda: len(self.texts(phone)) > before)
        return self.texts(phone)[-1]

    @property
    def wechat_url(self) -> str:
        return f"{self.service.bot_url}/webhooks/wechat/webhook"


def wait_for(condition: Callable[[], bool], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "did not happen"
        time.sleep(0.05)


@pytest.fixture(scope="module", params=["sqlite", "postgres and redis"])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder: Path = tmp_path_factory.mktemp("town")
    settings = {}
    if request.param != "sqlite":
        settings = {
            "DATABASE_URL": fresh_postgres(request.getfixturevalue("postgres_url")),
            "REDIS_URL": request.getfixturevalue("redis_url"),
        }
    with (
        FakeTwilio() as twilio,
        FakeWeChat() as wechat,
        running.service(folder, **settings, **twilio.env(), **wechat.env()) as it,
    ):
        _import_postings(it, folder)
        yield Town(it, twilio, wechat)
        assert twilio.problems == [] and wechat.problems == []


def _import_postings(service: Service, folder: Path) -> None:
    day = (datetime.now(ZoneInfo("Asia/Shanghai")) + timedelta(days=1)).date()
    rows = [
        f"示例劳务队,13800001001,general_labor,小工,光谷,光谷大道1号工地2号门,{day},{day},07:00,300,300,day,daily,9,,,",
        f"示例餐馆,13800001002,waiter,服务员,襄城,南街9号,{day},{day},10:00,150,150,day,daily,3,,,",
    ]
    (folder / "postings.csv").write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    done = service.run("import", "postings", str(folder / "postings.csv"))
    assert (done.returncode, done.stdout) == (0, "导入 2 条，退回 0 条\n"), done.stderr


def test_hired_by_text_message(town: Town) -> None:
    worker = "+8613800000201"
    assert "1 明天7:00 光谷 小工 300元/天日结" in town.answer(worker, "明天,工地,武汉")
    assert "姓名" in town.answer(worker, "1")
    before = len(town.texts(BOSS))
    assert town.answer(worker, "张建国").startswith("已替您问")
    wait_for(lambda: len(town.texts(BOSS)) > before)
    assert "张建国" in town.texts(BOSS)[-1] and "13800000201" not in town.texts(BOSS)[-1]
    told = len(town.texts(worker))
    assert town.answer(BOSS, "1").startswith("已定张建国13800000201")
    wait_for(lambda: len(town.texts(worker)) > told)
    assert town.texts(worker)[-1].startswith("定了！") and "光谷大道1号工地2号门" in town.texts(worker)[-1]


@pytest.mark.parametrize("mode", ["plain", "compatible", "encrypted"])
def test_the_same_over_wechat(town: Town, mode: str) -> None:
    openid = f"openid-{mode}"
    reply = town.wechat.text(town.wechat_url, openid, "明天,工地,武汉", mode)
    assert reply.status == 200 and reply.sealed == (mode != "plain")
    assert reply.text is not None and "1 明天7:00 光谷" in reply.text
    asked = town.wechat.text(town.wechat_url, openid, "1", mode).text
    assert asked is not None and "姓名" in asked
    before = len(town.texts(BOSS))
    town.wechat.text(town.wechat_url, openid, "周大姐", mode)
    wait_for(lambda: len(town.texts(BOSS)) > before)
    town.answer(BOSS, "行")
    wait_for(lambda: any(to == openid and text.startswith("定了！") for to, text in town.wechat.messages))


def test_a_repeated_delivery_is_one_turn_and_one_reply(town: Town) -> None:
    phone, sid = "+8613800000202", "SM" + "a" * 32
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda _: town.sms(phone, "你好", sid).status_code, range(5)))
    assert answers == [200] * 5
    wait_for(lambda: bool(town.texts(phone)))
    town.answer(phone, "谢谢")  # the second reply, not the sixth
    assert len(town.texts(phone)) == 2


def test_a_repeated_wechat_delivery_carries_one_reply(town: Town) -> None:
    fields = town.wechat.message("openid-again", "text", Content="你好")
    with ThreadPoolExecutor(5) as pool:
        replies = list(pool.map(lambda _: town.wechat.post(town.wechat_url, fields), range(5)))
    assert [reply.status for reply in replies] == [200] * 5
    assert sum(reply.text is not None for reply in replies) == 1
    assert [to for to, _ in town.wechat.messages].count("openid-again") == 0


def test_killed_between_storing_and_answering(town: Town) -> None:
    phones = [f"+86138000003{number:02d}" for number in range(12)]
    with ThreadPoolExecutor(12) as pool:
        assert list(pool.map(lambda phone: town.sms(phone, "你好").status_code, phones)) == [200] * 12
    town.service.kill()
    town.service.start()
    wait_for(lambda: all(town.texts(phone) for phone in phones), 150)
    town.answer("+8613800000399", "你好")
    assert [len(town.texts(phone)) for phone in phones] == [1] * 12


def test_receipts_are_kept(town: Town) -> None:
    phone = "+8613800000203"
    town.answer(phone, "你好")
    sid = next(message["sid"] for message in town.twilio.messages if message["to"] == phone)
    assert town.twilio.callback(sid) == f"{town.service.bot_url}/webhooks/sms/status"
    assert town.twilio.report(sid, "delivered") in (200, 204)


BAD = [
    ("no signature", {}, {"Body": "你好", "From": "+8613800000204", "MessageSid": "SM1"}, 403),
    ("wrong signature", {"X-Twilio-Signature": "AAAA"}, {"Body": "你好"}, 403),
]


@pytest.mark.parametrize(("headers", "form", "status"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_unsigned_is_refused(town: Town, headers: dict, form: dict, status: int) -> None:
    for route in ("webhook", "status"):
        url = f"{town.service.bot_url}/webhooks/sms/{route}"
        assert requests.post(url, data=form, headers=headers, timeout=10).status_code == status


def test_too_large_and_malformed_bodies(town: Town) -> None:
    sms = f"{town.service.bot_url}/webhooks/sms/webhook"
    big = "Body=" + "a" * 1_000_000
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert requests.post(sms, data=big, headers=kind, timeout=10).status_code == 413
    query = town.wechat.signed_query()
    assert requests.post(town.wechat_url, params=query, data="<xml><a>", timeout=10).status_code == 400
    assert requests.post(town.wechat_url, params=query, data=b"a" * 1_000_000, timeout=10).status_code == 413
    assert requests.post(town.wechat_url, data="<xml/>", timeout=10).status_code == 403


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("", "空的"),
        ("   ", "空的"),
        ("😀👍", "没听明白"),
        ("啊" * 5000, "没听明白"),
        ("你\u0000好\u0007", "零工驿站"),
        ("1", "现在没有可选的活"),
        ("/restart", "没听明白"),
        ('/crisis{"place":"420100"}', "没听明白"),
    ],
)
def test_odd_texts_get_a_clear_answer(
    town: Town, text: str, reply: str, request: pytest.FixtureRequest
) -> None:
    phone = f"+8613800{abs(hash((text, 'odd'))) % 10**6:06d}"
    assert reply in town.answer(phone, text)


def test_nine_of_a_shorter_list(town: Town) -> None:
    phone = "+8613800000206"
    town.answer(phone, "明天武汉小工")
    assert "只有1到1号" in town.answer(phone, "9")


def test_no_number_text_or_secret_in_the_log(town: Town) -> None:
    phone = "+8613800000207"
    town.answer(phone, "我要找一份秘密的工作")
    log = town.service.log.read_text(encoding="utf-8")
    secrets = ["13800000207", "秘密的工作", town.twilio.auth_token, "access_token=", "张建国", "周大姐"]
    assert [secret for secret in secrets if secret in log] == []
