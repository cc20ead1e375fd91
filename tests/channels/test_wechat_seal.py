"""WeChat's signatures and encryption against published values and an independent implementation."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.channels.base import Refused
from bot.channels.wechat_seal import Seal, is_signed, sign
from tests.fakes import wechat_crypto

VECTORS = json.loads((Path(__file__).parent.parent / "fixtures" / "wechat_vectors.json").read_text("utf-8"))
KEY, OTHER_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "G" * 43


def test_url_signature_vector() -> None:
    vector = VECTORS["url_signature"]
    parts = [vector[name] for name in ("token", "timestamp", "nonce")]
    assert sign(*parts) == vector["signature"]
    assert is_signed(vector["signature"], *parts)
    assert not is_signed(vector["signature"].upper(), *parts)
    assert not is_signed(None, *parts)


def test_message_signature_and_decryption_vector() -> None:
    vector = VECTORS["decrypt"]
    signed = [vector[name] for name in ("token", "timestamp", "nonce", "cipher")]
    assert is_signed(vector["msg_signature"], *signed)
    xml, key = Seal(vector["token"], vector["appid"], [OTHER_KEY, vector["key"]]).open(vector["cipher"])
    assert (xml.decode(), key) == (vector["plain"], vector["key"])


def test_encryption_vector() -> None:
    vector = VECTORS["aes_encrypt"]
    sealed = wechat_crypto.encrypt(vector["plain"], vector["key"], vector["appid"], vector["rnd"].encode())
    assert sealed == vector["cipher"]
    xml, _ = Seal(vector["token"], vector["appid"], [vector["key"]]).open(vector["cipher"])
    assert xml.decode() == vector["plain"]


@pytest.mark.parametrize("length", [0, 1, 11, 12, 13, 31, 32, 2000])
def test_answers_open_with_another_implementation(length: int) -> None:
    plain = "工" * length
    envelope = Seal("token", "wx1", [KEY]).close(plain, KEY, "1714957200", "n1")
    fields = {child.tag: child.text or "" for child in ElementTree.fromstring(envelope)}
    assert (fields["TimeStamp"], fields["Nonce"]) == ("1714957200", "n1")
    assert fields["MsgSignature"] == wechat_crypto.sha1_of_sorted(
        "token", "1714957200", "n1", fields["Encrypt"]
    )
    assert wechat_crypto.decrypt(fields["Encrypt"], KEY) == (plain, "wx1")


def test_equal_answers_look_different() -> None:
    seal = Seal("token", "wx1", [KEY])
    assert len({seal.close("好", KEY, "1", "n") for _ in range(20)}) == 20


@pytest.mark.parametrize(
    "sealed",
    [
        "",
        "A",
        "AAAA",
        "不是密文",
        "A" * 64,
        wechat_crypto.encrypt("<xml/>", KEY, "wx2"),
        wechat_crypto.encrypt("<xml/>", OTHER_KEY, "wx1"),
        wechat_crypto.encrypt("<xml/>", KEY, ""),
    ],
    ids=["empty", "one letter", "short", "no base64", "noise", "another AppID", "another key", "no AppID"],
)
def test_what_does_not_open(sealed: str) -> None:
    with pytest.raises(Refused) as refused:
        Seal("token", "wx1", [KEY]).open(sealed)
    assert refused.value.status == 403


def test_no_key_opens_nothing() -> None:
    with pytest.raises(Refused):
        Seal("token", "wx1", []).open(wechat_crypto.encrypt("<xml/>", KEY, "wx1"))
