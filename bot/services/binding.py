"""“绑定手机号 138…”: a WeChat user proves a number by the code that arrives there by SMS; the two are one person then."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Optional

from bot.core import codes, phones
from bot.core.address import SMS, Address
from bot.services import memory, outbox
from bot.services.state import BINDING
from bot.services.talk import Talk
from bot.store import bindings
from bot.store.bindings import Binding
from bot.store.messages import Conversation
from bot.store.people import Person, ensure_address

CODE_LASTS = timedelta(minutes=10)
MOST_TRIES, MOST_A_DAY = 5, 5
_ASKS = re.compile(
    r"绑定?(?:一下|我的?|下)?(?:手机|电话|号码)|^绑定\W*(?:\+?86)?1\d{10}$|^绑定$|关联(?:手机|电话)"
)
_NUMBER = re.compile(r"(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)")
LONGEST = 40


def wanted(talk: Talk) -> bool:
    """True where the person asks for it, or answers the question for the number or the code."""
    text = talk.turn.text
    if talk.state.expecting == BINDING:
        return bool(codes.read(text) or _number(text)) or bool(_ASKS.search(text))
    return len(text) <= LONGEST and bool(_ASKS.search(text))


def bind(talk: Talk) -> None:
    """The next step, whichever it is."""
    number, code = _number(talk.turn.text), codes.read(talk.turn.text)
    if talk.address.channel == SMS:
        talk.say("utter_bind_on_wechat")
    elif number:
        _send_code(talk, number)
    elif code and talk.state.expecting == BINDING and talk.state.pending.get("binding"):
        _check(talk, code)
    else:
        talk.state.ask(BINDING, since=talk.now.isoformat())
        talk.say("utter_bind_which")


def _number(text: str) -> Optional[str]:
    found = _NUMBER.search(text)
    return phones.to_e164(found.group()) if found else None


def _send_code(talk: Talk, phone: str) -> None:
    if phone == talk.person.phone:
        talk.state.settle()
        talk.say("utter_bound_already", phone=phones.masked(phone))
        return
    if bindings.asked_since(talk.session, talk.person.id, phone, talk.now - timedelta(days=1)) >= MOST_A_DAY:
        talk.state.settle()
        talk.say("utter_bind_too_often")
        return
    code, row = talk.ctx.code(), _add(talk, phone)
    row.seal = codes.sealed(code, str(row.id))
    to = ensure_address(talk.session, Address(SMS, phone, ""), talk.now)
    text = talk.ctx.replies.render("utter_bind_code", SMS, code=code)
    outbox.write(
        talk.session, key=f"bind:{row.id}", address=to, text=text, now=talk.now, priority=outbox.REPLY
    )
    talk.state.ask(BINDING, binding=row.id, since=talk.now.isoformat())
    talk.say("utter_bind_sent", phone=phones.masked(phone))


def _add(talk: Talk, phone: str) -> Binding:
    row = Binding(
        person_id=talk.person.id, phone=phone, expires_at=talk.now + CODE_LASTS, created_at=talk.now
    )
    talk.session.add(row)
    talk.session.flush()
    return row


def _check(talk: Talk, code: str) -> None:
    row = talk.session.get(Binding, talk.state.pending["binding"], with_for_update=True)
    row.tries += 1
    if row.expires_at <= talk.now or row.tries > MOST_TRIES:
        talk.state.settle()
        talk.say("utter_bind_over")
    elif not codes.matches(code, str(row.id), row.seal):
        talk.say("utter_bind_wrong")
    else:
        row.expires_at = talk.now  # used up
        _join(talk, row.phone)
        talk.state.settle()
        talk.say("utter_bound", phone=phones.masked(row.phone))


def _join(talk: Talk, phone: str) -> None:
    """The person who writes by WeChat stays; whoever has the number becomes the same."""
    other = ensure_address(talk.session, Address(SMS, phone, ""), talk.now).person_id
    if other == talk.person.id:
        return
    # Only a phone's talk is ever locked from a WeChat talk, never the other way round: no two wait for each other.
    talk.session.get(Conversation, other, with_for_update=True, populate_existing=True)
    known = memory.state_of(talk.session, other, talk.now)
    bindings.merge(talk.session, talk.person, talk.session.get(Person, other), talk.now)
    if not talk.state.search:
        talk.state.search, talk.state.searched_at = known.search, known.searched_at
