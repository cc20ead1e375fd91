"""Runs a written dialogue through the trained model, the real actions and a real database.

A script is YAML: `name`, `covers` (the tasks that are heard in it), an optional `world` (rows of postings that replace the usual one), and `talk`, a list of steps:

    - worker: 明天,工地,武汉        who (worker, other, boss, wechat) says what
      reply: [有活, 光谷]          each of these is in the answer
      not: [13800]                 none of these is
      boss_gets: [想做您明天]       the newest message to that phone, written in this step, holds each of these
    - after: {minutes: 61}         the clock moves, and the clockwork ticks
      boss_gets: [还在等您回话]

    - staff: publish               staff publish the posting that waits; any other words give it back with that reason
      boss_gets: [上线]

`{code}` in what is said stands for the code of the newest question, `{join}` for that by which others join a case.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Dict, List

from bot.core.address import SMS, WECHAT, Address
from bot.engine.turns import Turns
from bot.services import clockwork, inbox, reviewing
from bot.services.context import Context
from bot.services.inbox import Incoming
from bot.store.help import Case
from bot.store.messages import Inbound, Outbox
from bot.store.people import at_address
from bot.store.work import Hire
from tests.support.clock import Clock
from tests.support.factories import employer, posting

PHONES = {
    "worker": Address(SMS, "+8613800000011"),
    "other": Address(SMS, "+8613800000012"),
    "boss": Address(SMS, "+8613800001001"),
    "wechat": Address(WECHAT, "openid-1"),
}


@dataclass
class Runner:
    """One dialogue's world."""

    ctx: Context
    clock: Clock
    turns: Turns
    loop: asyncio.AbstractEventLoop
    said: int = 0

    def play(self, script: Dict[str, Any]) -> int:
        """Runs every step and says how many; an AssertionError names the step and shows what was said."""
        self._build(script.get("world", [{}]))
        for number, step in enumerate(script["talk"], 1):
            before = self._last_id()
            answer = self._act(step)
            where = f"step {number} {step}: {answer!r}"
            for words in step.get("reply", []):
                assert str(words) in answer, where
            for words in step.get("not", []):
                assert str(words) not in answer, where
            self._check_others(step, before, where)
        self._check_tasks(script.get("covers", []))
        return len(script["talk"])

    def _check_tasks(self, covers: List[str]) -> None:
        with self.ctx.db.reading() as session:
            heard = {row.task for row in session.query(Inbound)}
        assert set(covers) <= heard, f"heard {sorted(map(str, heard))}"

    def _build(self, world: List[Dict[str, Any]]) -> None:
        boss = employer(self.ctx)
        for row in world:
            ahead = int(row.pop("ahead", 1))
            day = self.ctx.today() + timedelta(days=ahead)
            last = self.ctx.today() + timedelta(days=int(row.pop("until", ahead)))
            posting(self.ctx, boss, date_from=day, date_to=last, **row)

    def _act(self, step: Dict[str, Any]) -> str:
        if "after" in step:
            self.clock.move(**step["after"])
            clockwork.tick(self.ctx)
            return ""
        if "staff" in step:
            self._decide(str(step["staff"]))
            return ""
        who = next(key for key in step if key in PHONES)
        return self._say(
            PHONES[who], str(step[who]).replace("{code}", self._code()).replace("{join}", self._join())
        )

    def _decide(self, words: str) -> None:
        waiting = reviewing.held(self.ctx)[0].id
        if words == "publish":
            assert reviewing.publish(self.ctx, waiting, "test")
        else:
            assert reviewing.give_back(self.ctx, waiting, words, "test")

    def _say(self, address: Address, text: str) -> str:
        self.said += 1
        accepted = inbox.accept(self.ctx, Incoming(f"talk:{self.said}", address, "text", text))
        self.loop.run_until_complete(self.turns.settled(accepted.person_id))
        with self.ctx.db.reading() as session:
            row = session.query(Outbox).filter_by(inbound_id=accepted.inbound_id).one_or_none()
            return row.text if row else ""

    def _check_others(self, step: Dict[str, Any], before: int, where: str) -> None:
        for who, address in PHONES.items():
            for words in step.get(f"{who}_gets", []):
                texts = self._written(address, before)
                assert texts and str(words) in texts[-1], f"{where}, {who} got {texts!r}"

    def _written(self, address: Address, after: int) -> List[str]:
        with self.ctx.db.reading() as session:
            row = at_address(session, address)
            if row is None:
                return []
            query = session.query(Outbox).filter(Outbox.address_id == row.id, Outbox.id > after)
            return [each.text for each in query.order_by(Outbox.id)]

    def _last_id(self) -> int:
        with self.ctx.db.reading() as session:
            row = session.query(Outbox).order_by(Outbox.id.desc()).first()
            return row.id if row else 0

    def _code(self) -> str:
        with self.ctx.db.reading() as session:
            row = session.query(Hire).order_by(Hire.id.desc()).first()
            return row.code if row else ""

    def _join(self) -> str:
        with self.ctx.db.reading() as session:
            row = session.query(Case).filter(Case.join_code.isnot(None)).first()
            return row.join_code if row else ""
