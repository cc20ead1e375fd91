"""How a posting is named in a sentence."""

from __future__ import annotations

from datetime import datetime

from bot.core import wording
from bot.services.context import Context
from bot.store.work import Posting


def by_when(ctx: Context, when: datetime, now: datetime) -> str:
    """“11:10”, “明天7:30”: local, the day only where it is not today."""
    local, today = when.astimezone(ctx.zone), now.astimezone(ctx.zone).date()
    day = "" if local.date() == today else wording.day(local.date(), today)
    return day + local.strftime("%-H:%M")


def short(ctx: Context, posting: Posting, now: datetime) -> str:
    """“明天光谷小工”."""
    today = now.astimezone(ctx.zone).date()
    day = wording.day(max(posting.date_from, today), today)
    return f"{day}{posting.place_name}{ctx.trades.short_name(posting.trade)}"
