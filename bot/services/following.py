"""Who follows the WeChat account."""

from __future__ import annotations

from bot.core.address import Address
from bot.services.context import Context
from bot.store.people import at_address


def unfollow(ctx: Context, address: Address) -> None:
    """The person left: nothing more is sent there until they come back (their next message follows again)."""
    with ctx.db.writing() as session:
        row = at_address(session, address)
        if row is not None:
            row.following = False
