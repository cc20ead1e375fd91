"""How a posting is named in a sentence."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.core import wording
from bot.core.phones import shown
from bot.services.context import Context
from bot.store.people import Person
from bot.store.work import Posting


def by_when(ctx: Context, when: datetime, now: datetime) -> str:
    """“11:10”, “明天7:30”: local, the day only where it is not today."""
    local, today = when.astimezone(ctx.zone), now.astimezone(ctx.zone).date()
    day = "" if local.date() == today else wording.day(local.date(), today)
    return day + local.strftime("%-H:%M")


def phone_of(session: Session, person_id: int) -> str:
    """As people write it; a WeChat user may have none."""
    phone = session.get(Person, person_id).phone
    return shown(phone) if phone else "（用微信，电话没留）"


def of_day(ctx: Context, posting: Posting, day: date, now: datetime) -> str:
    """The same for one day of it, whether ahead or past."""
    today = now.astimezone(ctx.zone).date()
    when = wording.past_day(day, today) if day < today else wording.day(day, today)
    return f"{when}{posting.place_name}{ctx.trades.short_name(posting.trade)}"


def short(ctx: Context, posting: Posting, now: datetime) -> str:
    """“明天光谷小工”."""
    today = now.astimezone(ctx.zone).date()
    day = wording.day(max(posting.date_from, today), today)
    return f"{day}{posting.place_name}{ctx.trades.short_name(posting.trade)}"
