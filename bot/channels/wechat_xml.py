"""WeChat's XML, read without trust and written without surprises."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

import xmltodict
from wechatpy.replies import TextReply

from bot.channels.base import Refused

BROKEN = "XML 内容读不懂"
Fields = dict[str, str]


def read(xml: bytes) -> Fields:
    """The plain fields of a message; nested ones are left out. Raises Refused (400).

    wechatpy's own `parse_message` ends in KeyError or AttributeError for messages that lack a field.
    """
    try:
        text = xml.decode("utf-8")  # no other encoding, whatever the document says of itself
        _refuse_document_types(text)
        root = xmltodict.parse(text)
    except (ValueError, expat.ExpatError):
        raise Refused(400, BROKEN) from None
    fields = root.get("xml") if isinstance(root, dict) else None
    if not isinstance(fields, dict):
        raise Refused(400, BROKEN)
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def _refuse_document_types(text: str) -> None:
    """Without a document type there is no entity, and so no entity bomb and no file or address to fetch."""

    def refuse(*declaration: Any) -> None:
        raise Refused(400, BROKEN)

    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(text.encode("utf-8"), True)


def text_reply(to: str, account: str, text: str, now: int) -> str:
    """A passive text reply. `now` is in Unix seconds."""
    # The end of a CDATA section inside the text would end the section: it is put into two of them.
    safe = text.replace("]]>", "]]]]><![CDATA[>")
    return TextReply(source=account, target=to, content=safe, time=now).render()
