"""WeChat's signatures and encryption from its documentation, sharing no code with the bot."""

from __future__ import annotations

import base64
import hashlib
import secrets
import struct

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 32  # bytes; WeChat pads to this, not to AES's own 16


def sha1_of_sorted(*parts: str) -> str:
    """The signature in the query and over the encrypted part."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def encrypt(plain: str, aes_key: str, app_id: str, random: bytes | None = None) -> str:
    """16 random bytes, the length, the message, the AppID; AES-CBC; base64."""
    message = plain.encode()
    packed = (random or secrets.token_bytes(16)) + struct.pack(">I", len(message)) + message + app_id.encode()
    padder = padding.PKCS7(BLOCK * 8).padder()
    worker = _cipher(aes_key).encryptor()
    return base64.b64encode(
        worker.update(padder.update(packed) + padder.finalize()) + worker.finalize()
    ).decode()


def decrypt(sealed: str, aes_key: str) -> tuple[str, str]:
    """The message and the AppID inside."""
    worker = _cipher(aes_key).decryptor()
    padded = worker.update(base64.b64decode(sealed, validate=True)) + worker.finalize()
    unpadder = padding.PKCS7(BLOCK * 8).unpadder()
    packed = unpadder.update(padded) + unpadder.finalize()
    (size,) = struct.unpack(">I", packed[16:20])
    return packed[20 : 20 + size].decode(), packed[20 + size :].decode()


def _cipher(aes_key: str) -> Cipher:
    key = base64.b64decode(aes_key + "=")
    return Cipher(algorithms.AES(key), modes.CBC(key[:16]))
