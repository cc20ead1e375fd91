"""How a posting is named in a sentence."""
from __future__ import annotations

from datetime import datetime

from bot.core import wording
from bot.services.context import Context
from bot.store.work import Posting


def short(ctx: Context, posting: Posting, now: datetime) -> str:
    """“明天光谷小工”."""
    today = now.astimezone(ctx.zone).date()
    day = wording.day(max(posting.date_from, today), today)
    return f"{day}{posting.place_name}{ctx.trades.short_name(posting.trade)}"
