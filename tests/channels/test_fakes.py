"""The fake vendors are strict: what they let pass, the real ones should."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.fakes.twilio_server import ACCOUNT, NUMBER, TOKEN, FakeTwilio
from tests.fakes.wechat_server import APP_ID, SECRET, FakeWeChat

GOOD = {"To": "+8613800000001", "From": NUMBER, "Body": "你好"}


@pytest.mark.parametrize(
    ("form", "status", "code"),
    [
        (GOOD, 201, None),
        ({**GOOD, "Text": "x"}, 400, 20001),
        ({**GOOD, "MaxPrice": "cheap"}, 400, 20001),
        ({**GOOD, "MessagingServiceSid": "MG1"}, 400, 20001),
        ({**GOOD, "To": ""}, 400, 21604),
        ({**GOOD, "To": "13800000001"}, 400, 21211),
        ({**GOOD, "From": "+15550000000"}, 400, 21606),
        ({"To": GOOD["To"], "Body": "a"}, 400, 21603),
        ({**GOOD, "Body": ""}, 400, 21602),
        ({**GOOD, "StatusCallback": "here"}, 400, 21609),
    ],
)
def test_twilio_checks_what_is_asked(form: dict[str, str], status: int, code: int | None) -> None:
    with FakeTwilio() as fake:
        url = f"{fake.url}/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
        answer = requests.post(url, data=form, auth=(ACCOUNT, TOKEN), timeout=20)
        assert (answer.status_code, answer.json().get("code")) == (status, code)
        assert requests.post(url, data=form, auth=(ACCOUNT, "wrong"), timeout=20).json()["code"] == 20003
        assert (
            requests.get(url, params={"Recipient": "1"}, auth=(ACCOUNT, TOKEN), timeout=20).status_code == 400
        )


@pytest.mark.parametrize(
    ("change", "errcode"),
    [({}, None), ({"grant_type": "x"}, 40002), ({"appid": "wx2"}, 40013), ({"secret": "x"}, 40125)],
    ids=str,
)
def test_wechat_hands_out_tokens(change: dict[str, Any], errcode: int | None) -> None:
    with FakeWeChat() as fake:
        asked = {"grant_type": "client_credential", "appid": APP_ID, "secret": SECRET, **change}
        answers = [
            requests.post(f"{fake.url}/cgi-bin/stable_token", json=asked, timeout=20).json() for _ in "ab"
        ]
    assert answers[0].get("errcode") == errcode
    assert answers[0].get("access_token") == answers[1].get("access_token")


def test_wechat_refuses_without_a_token() -> None:
    with FakeWeChat() as fake:
        url = f"{fake.url}/cgi-bin/message/custom/send"
        assert requests.post(url, timeout=20).json()["errcode"] == 41001
        assert requests.post(url, params={"access_token": "a"}, timeout=20).json()["errcode"] == 40001
