"""Random lives of hires against a real SQLite database: whatever people write in whatever order, what must never
happen does not. `CI=true` plays more of them."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from datetime import datetime, timedelta, timezone
from functools import lru_cache, partial
from pathlib import Path
from typing import Dict, List, Tuple
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bot.config import ROOT
from bot.core.cases.handbook import load_handbook
from bot.core.hire import OPEN, SEATED, Event, State
from bot.core.places import load_gazetteer
from bot.core.replies import load_replies
from bot.core.rights import load_rights
from bot.core.trades import load_trades
from bot.services import clockwork, offers, open_question, withdraw
from bot.services.context import Context
from bot.services.promises import answering, refill
from bot.services.talk import Talk
from bot.store import hires, promises
from bot.store.messages import Outbox
from bot.store.people import Employer, Person
from bot.store.schema import metadata
from bot.store.session import Database, open_engine
from bot.store.work import Hire, HireEvent, Posting
from tests.support.clock import START, Clock
from tests.support.factories import employer, person, posting, turn

CI = os.environ.get("CI") == "true"
# A sequence of 20 steps costs some 0.6 seconds of one core, nearly all of it in the database layer: 300 fit into four
# minutes, 2,000 would take twenty.
SEQUENCES, STEPS = (300, 20) if CI else (15, 20)
WORKERS = [f"+86138000000{number}" for number in range(11, 16)]
BOSSES = ["+8613800001001", "+8613800001002"]
ANSWERS = [
    "1",
    "2",
    "3",
    "到了",
    "去不了",
    "没来",
    "都到了",
    "结清了",
    "没给钱",
    "说月底结",
    "没去成",
    "好",
    "1 2",
]
SEATS = str(tuple(state.value for state in SEATED))
STILL_ON = str(tuple(state.value for state in OPEN))
NEVER = datetime.max.replace(tzinfo=timezone.utc)
PHONE = re.compile(r"(?<!\d)1380000\d{4}(?!\d)")
SHARED = Path("/dev/shm")


@lru_cache(maxsize=1)
def world() -> Context:
    """Five workers, two employers, three pieces of work, two of them at the same hours. One engine for all sequences:
    it remembers what it has compiled."""
    folder = Path(tempfile.mkdtemp(dir=SHARED if os.access(SHARED, os.W_OK) else None))
    data = ROOT / "bot" / "data" / "reference"
    all_data = ROOT / "bot" / "data"
    never_changes = (
        load_replies(ROOT / "domain.yml"),
        load_gazetteer(data),
        load_trades(data),
        load_rights(all_data / "rights", all_data / "law"),
        load_handbook(all_data),
    )
    engine = open_engine(f"sqlite:///{folder}/life.db")
    metadata().create_all(engine)
    ctx = Context(Database(engine), Clock(), ZoneInfo("Asia/Shanghai"), *never_changes)
    first, second = (employer(ctx, phone, f"用工方{number}") for number, phone in enumerate(BOSSES))
    posting(ctx, first, headcount=1)
    posting(ctx, first, headcount=2, start_time="08:00", place_name="关山")
    posting(ctx, second, headcount=1, date_to=ctx.today() + timedelta(days=3), start_time="19:00")
    for number, phone in enumerate(WORKERS):
        person(ctx, phone, f"张{'一二三四五'[number]}")
    with sqlite3.connect(folder / "life.db") as made, sqlite3.connect(folder / "first.db") as kept:
        made.backup(kept)
    return ctx


def begin_again() -> Context:
    """The world as it was first."""
    ctx = world()
    path = Path(str(ctx.db.engine.url.database))
    ctx.clock.now = START
    with sqlite3.connect(path.with_name("first.db")) as kept, sqlite3.connect(path) as now:
        kept.backup(now)
    return ctx


class Lives(RuleBasedStateMachine):
    """What people write and what time brings, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.ctx = begin_again()
        self.clock = self.ctx.clock

    def teardown(self) -> None:
        """Of everything that was written: no number was told before that handshake."""
        with self.ctx.db.reading() as session:
            numbers = {row.phone[3:]: row.id for row in session.query(Person)}
            shaken = _handshakes(session)
            for row in session.query(Outbox):
                for other in {numbers[found] for found in PHONE.findall(row.text)} - {row.person_id}:
                    assert shaken.get((row.person_id, other), NEVER) <= row.created_at

    @rule(worker=st.sampled_from(WORKERS), job=st.integers(1, 3))
    def picks(self, worker: str, job: int) -> None:
        turn(self.ctx, "1", partial(offers.pick, posting_ids=[job]), worker)

    @rule(which=st.integers(0, 9), yes=st.booleans())
    def employer_answers(self, which: int, yes: bool) -> None:
        asked = self.of([State.OFFERED])
        if asked:
            row, boss = asked[which % len(asked)]
            turn(self.ctx, f"{row.code} {1 if yes else 2}", open_question.inform, boss, task="inform")

    @rule(boss=st.sampled_from(BOSSES), text=st.sampled_from(["1", "都行", "1 2", "2不要"]))
    def employer_answers_without_a_code(self, boss: str, text: str) -> None:
        turn(self.ctx, text, open_question.inform, boss, task="inform")

    @rule(which=st.integers(0, 9))
    def worker_withdraws(self, which: int) -> None:
        mine = self.of([State.OFFERED, State.CONFIRMED])
        if mine:
            row = mine[which % len(mine)][0]
            phone = self.phone(row.worker_id)
            turn(
                self.ctx,
                "去不了",
                lambda talk: withdraw.withdraw(talk, talk.session.get(Hire, row.id)),
                phone,
            )

    @rule(which=st.integers(0, 9))
    def employer_lets_go(self, which: int) -> None:
        hired = self.of([State.CONFIRMED])
        if hired:
            row, boss = hired[which % len(hired)]
            turn(self.ctx, "他不用来了", partial(_let_go, hire_id=row.id), boss)

    @rule(boss=st.sampled_from(BOSSES))
    def closes(self, boss: str) -> None:
        def close(talk: Talk) -> None:
            if withdraw.postings.of_employer(talk.session, talk.employer.id, talk.today):
                withdraw.close_posting(talk)

        turn(self.ctx, "人招满了", close, boss)

    @rule(phone=st.sampled_from(WORKERS + BOSSES), text=st.sampled_from(ANSWERS))
    def answers_what_was_asked(self, phone: str, text: str) -> None:
        with self.ctx.db.reading() as session:
            row = session.query(Person).filter_by(phone=phone).one()
            asked = promises.live_prompts(session, row.id, self.clock())
        if asked:
            turn(self.ctx, text, answering.answer, phone, task="inform")

    @rule(minutes=st.sampled_from([1, 16, 31, 61, 125, 600, 1445, 9 * 1440]))
    def time_passes(self, minutes: int) -> None:
        self.clock.move(minutes=minutes)
        clockwork.tick(self.ctx)
        before = self.written()
        assert clockwork.tick(self.ctx) == 0
        assert self.written() == before

    @invariant()
    def no_seat_too_many_and_none_lost(self) -> None:
        wrong = self.rows(
            f"SELECT id, headcount, seats_taken, (SELECT COALESCE(SUM(people), 0) FROM hires WHERE posting_id = postings.id AND state IN {SEATS})"
            " AS taken FROM postings WHERE seats_taken <> taken OR taken > headcount"
        )
        assert wrong == []

    @invariant()
    def nobody_is_twice_on_a_posting(self) -> None:
        twice = self.rows(
            f"SELECT worker_id, posting_id FROM hires WHERE state IN {STILL_ON} GROUP BY 1, 2 HAVING COUNT(*) > 1"
        )
        assert twice == []

    def rows(self, query: str) -> list:
        with self.ctx.db.engine.execution_options(reads_only=True).connect() as connection:
            return connection.exec_driver_sql(query).fetchall()

    def of(self, states: List[State]) -> List[Tuple[Hire, str]]:
        """Hires in these states, each with its employer's phone."""
        with self.ctx.db.reading() as session:
            query = (
                session.query(Hire, Person.phone)
                .join(Posting, Posting.id == Hire.posting_id)
                .join(Employer, Employer.id == Posting.employer_id)
                .join(Person, Person.id == Employer.person_id)
                .filter(Hire.state.in_([state.value for state in states]))
            )
            return [tuple(row) for row in query.order_by(Hire.id)]

    def phone(self, person_id: int) -> str:
        with self.ctx.db.reading() as session:
            return session.get(Person, person_id).phone

    def written(self) -> int:
        return self.rows("SELECT COUNT(*) FROM outbox")[0][0]


def _let_go(talk: Talk, hire_id: int) -> None:
    """As staff do it for an employer."""
    row = hires.get_locked(talk.session, hire_id)
    hires.move(talk.session, row, Event.WITHDRAW, "employer", talk.now)
    refill.seat_freed(talk.ctx, talk.session, talk.session.get(Posting, row.posting_id), talk.now)


def _handshakes(session) -> Dict[Tuple[int, int], datetime]:
    """When a worker and an employer were first told of each other, both ways."""
    query = (
        session.query(Hire.worker_id, Employer.person_id, HireEvent.at)
        .join(HireEvent, HireEvent.hire_id == Hire.id)
        .join(Posting, Posting.id == Hire.posting_id)
        .join(Employer, Employer.id == Posting.employer_id)
        .filter(HireEvent.event == Event.CONFIRM.value)
    )
    found: Dict[Tuple[int, int], datetime] = {}
    for worker, boss, when in query.order_by(HireEvent.id.desc()):
        found[worker, boss] = found[boss, worker] = when
    return found


def test_whatever_happens_in_whatever_order() -> None:
    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not CI,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
