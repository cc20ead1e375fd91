"""Contact that leads away from a phone: links, apps, groups."""

from __future__ import annotations

import re
from typing import Iterator

from bot.core.review.facts import BLOCK, NOTE, Background, Facts, Finding
from bot.core.review.words import asked, quoted

_APP = re.compile(
    r"https?:|www\.|下载.{0,8}(?:app|软件|客户端)|telegram|电报|飞机(?:号|群)|蝙蝠(?:号|聊天)|扫码|点(?:击)?链接|进群|加群|qq群",
    re.I,
)
_CHAT = re.compile(
    r"(?:只|仅|请)?加(?:我)?(?:微信|vx|v信|薇|qq|扣扣)|(?:微信|vx|薇信?|qq)(?:号)?[::]?\s*[a-z0-9_-]{5,}",
    re.I,
)


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    app, chat = asked(facts.text, _APP), asked(facts.text, _CHAT)
    if app or chat and not facts.phone:
        yield Finding(
            "outside_contact",
            BLOCK,
            f"要工人到别的软件、群或链接里联系：{quoted(app or chat or '')}",
            "审核惯例：没有电话、只能在外部软件联系的，常见于骗招",
            "留一个能打通的电话，去掉链接和群",
        )
    elif chat:
        yield Finding(
            "chat_contact", NOTE, f"另要加聊天软件：{quoted(chat)}", "审核惯例：有电话即可，提醒留意"
        )
