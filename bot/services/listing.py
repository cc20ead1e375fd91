"""A numbered list of postings as a text message."""

from __future__ import annotations

from datetime import date, datetime
from typing import List, Optional, Sequence, Tuple

from bot.core import wording
from bot.core.matching import Wish
from bot.core.segments import cost
from bot.services.context import Context
from bot.services.search import Found
from bot.services.state import CHOICE, TalkState
from bot.store.work import Posting

USUAL_SEGMENTS = 2


def line(ctx: Context, posting: Posting, today: date) -> str:
    """“明天7:00 光谷 小工 300元/天 缺2人”: everything to choose by, no address and no number."""
    when = wording.days(max(posting.date_from, today), posting.date_to, today)
    hour = posting.start_time.lstrip("0") if posting.start_time else ""
    trade = ctx.trades.short_name(posting.trade)
    pay = wording.wage(posting.wage_min, posting.wage_max, posting.wage_unit)
    left = posting.headcount - posting.seats_taken
    return f"{when}{hour} {posting.place_name} {trade} {pay}{wording.cycle(posting.pay_cycle)} 缺{left}人"


def compose(ctx: Context, head: str, rows: Sequence[Posting], today: date, foot: str) -> str:
    """Head, numbered lines, foot; the last lines are left out where the text would pass two segments."""
    lines = [f"{number} {line(ctx, row, today)}" for number, row in enumerate(rows, 1)]
    while len(lines) > 1 and cost("\n".join([head, *lines, foot])).segments > USUAL_SEGMENTS:
        lines.pop()
    return "\n".join([head, *lines, foot])


def head(ctx: Context, found: Found, wish: Wish, today: date) -> str:
    """What the list shows, and what was widened."""
    return ctx.replies.render(
        f"utter_list_{found.how}",
        when=_when(wish, today),
        where=ctx.places.name_of(wish.place) if wish.place else "",
        trade=ctx.trades.short_name(wish.trade) if wish.trade else "",
    )


def _when(wish: Wish, today: date) -> str:
    if wish.date_from is None or wish.date_to is None:
        return "最近"
    return wording.days(wish.date_from, wish.date_to, today)


def text_of(ctx: Context, rows: Sequence[Posting], now: datetime, head: str) -> Tuple[str, List[int]]:
    """The list as text, and the posting ids behind its numbers."""
    today = now.astimezone(ctx.zone).date()
    text = compose(ctx, head, rows, today, ctx.replies.render("utter_list_foot"))
    return text, [row.id for row in rows[: text.count("\n") - head.count("\n") - 1]]


def show(
    ctx: Context, state: TalkState, found: Found, wish: Wish, now: datetime, more: Optional[str] = None
) -> str:
    """Composes the list and keeps it open."""
    today = now.astimezone(ctx.zone).date()
    text, ids = text_of(ctx, found.rows, now, more or head(ctx, found, wish, today))
    keep(state, ids, now)
    return text


def keep(state: TalkState, ids: List[int], now: datetime) -> None:
    """Numbers picked from now on mean these postings."""
    state.listed, state.listed_at = ids, now.isoformat()
    state.seen = (state.seen + [key for key in ids if key not in state.seen])[-60:]
    state.ask(CHOICE)
