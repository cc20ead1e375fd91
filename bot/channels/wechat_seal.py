"""WeChat's signatures and message encryption.

AES and packing are wechatpy's; it neither compares signatures in constant time nor tries several keys.
Source: WeChat Official Accounts, 消息加解密说明.
"""

from __future__ import annotations

import base64
import hmac
import secrets
import struct
from collections.abc import Sequence

from wechatpy.crypto import PrpCrypto
from wechatpy.exceptions import InvalidAppIdException
from wechatpy.utils import WeChatSigner

from bot.channels.base import Refused

_ENVELOPE = """<xml>
<Encrypt><![CDATA[{encrypt}]]></Encrypt>
<MsgSignature><![CDATA[{signature}]]></MsgSignature>
<TimeStamp>{timestamp}</TimeStamp>
<Nonce><![CDATA[{nonce}]]></Nonce>
</xml>"""


class _Crypto(PrpCrypto):
    """With unpredictable random bytes: the cipher's fixed start value relies on them."""

    def get_random_string(self) -> str:
        return secrets.token_hex(8)


def sign(*parts: str) -> str:
    """WeChat's signature: SHA-1 over the sorted parts."""
    signer = WeChatSigner()
    signer.add_data(*parts)
    return signer.signature


def is_signed(signature: str | None, *parts: str) -> bool:
    """True where the signature is right; takes the same time for every wrong one."""
    return hmac.compare_digest((signature or "").encode(), sign(*parts).encode())


class Seal:
    """Opens and closes encrypted messages of one account. `aes_keys`: the current one, then previous ones."""

    def __init__(self, token: str, app_id: str, aes_keys: Sequence[str]) -> None:
        self._token, self._app_id, self._keys = token, app_id, tuple(aes_keys)

    def open(self, encrypted: str) -> tuple[bytes, str]:
        """The message and the key that fits. Raises Refused (403) where none does, or for another AppID."""
        for key in self._keys:
            try:
                return _crypto(key).decrypt(encrypted, self._app_id).encode(), key
            except (ValueError, IndexError, struct.error, InvalidAppIdException):
                continue
        raise Refused(403, "解不开密文，请检查 WECHAT_AES_KEY 和 WECHAT_APP_ID")

    def close(self, xml: str, key: str, timestamp: str, nonce: str) -> str:
        """An encrypted answer, with the key that the message came under."""
        encrypt = _crypto(key).encrypt(xml, self._app_id).decode("ascii")
        signature = sign(self._token, timestamp, nonce, encrypt)
        return _ENVELOPE.format(encrypt=encrypt, signature=signature, timestamp=timestamp, nonce=nonce)


def _crypto(key: str) -> _Crypto:
    return _Crypto(base64.b64decode(key + "="))
