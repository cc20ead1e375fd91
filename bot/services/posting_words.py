"""A posting on its way, in words: read back to the employer; and what it becomes as a row."""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List, Mapping, Optional

from bot.core import wording
from bot.core.phones import shown
from bot.core.posting.draft import Job
from bot.core.segments import cost
from bot.services.context import Context
from bot.services.talk import Talk
from bot.store.work import Posting

_SEGMENTS = 2


def job_of(told: Mapping[str, Any]) -> Job:
    """What the readers found in one job of a message, as the draft keeps it."""
    job = {name: value for name, value in told.items() if name != "time_of_day" and value is not None}
    hour = str(told.get("time_of_day") or "")
    if ":" in hour:
        job["start_time"] = hour
    if "place" in job:
        job.setdefault("place_name", "")  # of this place, not of the one before
    return job


def read_back(talk: Talk) -> str:
    """All of it in one short text; notes and the end of a long address give way."""
    for notes, longest in ((True, 60), (False, 40), (False, 16)):
        text = _read_back(talk, notes, longest)
        if cost(text).segments <= _SEGMENTS:
            break
    return text


def _read_back(talk: Talk, notes: bool, longest: int) -> str:
    jobs: List[Job] = talk.state.draft["jobs"]
    heads = list(dict.fromkeys(when_and_where(talk.ctx, job, talk.today) for job in jobs))
    works = [work(talk.ctx, job) for job in jobs]
    if len(heads) == 1:
        what = f"{heads[0]}，{'；'.join(works)}"
    else:
        what = "；".join(
            f"{when_and_where(talk.ctx, job, talk.today)}{line}"
            for job, line in zip(jobs, works, strict=True)
        )
    first = jobs[0]
    extra = [ages(first)] + (first.get("notes", []) if notes else [])
    address = str(first["address"])
    return talk.ctx.replies.render(
        "utter_posting_read_back",
        what="，".join(part for part in (what, *extra) if part),
        address=address if len(address) <= longest else address[:longest] + "…",
        contact=f"{first.get('contact') or talk.state.draft.get('name') or ''}{shown(first.get('phone') or '')}",
    )


def when_and_where(ctx: Context, job: Job, today: date) -> str:
    """“明天11月25日7:00武汉洪山光谷”."""
    first, last = date.fromisoformat(job["date_from"]), date.fromisoformat(job["date_to"])
    day = wording.exact_day(first, today) if first == last else wording.days(first, last, today)
    hour = (job.get("start_time") or "").lstrip("0")
    hour = f"0{hour}" if hour.startswith(":") else hour
    return f"{day}{hour}{place_words(ctx, job)}"


def place_words(ctx: Context, job: Job) -> str:
    """The county, and the neighbourhood where one was named."""
    county, own = ctx.places.name_of(job["place"]), job.get("place_name") or ""
    return county if not own or own.rstrip("区县市") in county else f"{county}{own}"


def work(ctx: Context, job: Job) -> str:
    """“小工5人300元/天日结”."""
    pay = wording.wage(_fen(job.get("wage_min")), _fen(job.get("wage_max")), job.get("wage_unit"))
    up = "起" if job.get("wage_min") is not None and job.get("wage_max") is None else ""
    cycle = wording.cycle(job.get("pay_cycle"))
    return f"{ctx.trades.short_name(job['trade'])}{job['headcount']}人{pay}{up}{cycle}"


def ages(job: Job) -> str:
    """“18-55岁”, or nothing."""
    least, most = job.get("min_age"), job.get("max_age")
    if least and most:
        return f"{least}-{most}岁"
    return f"{least}岁以上" if least else f"{most}岁以下" if most else ""


def row_of(ctx: Context, job: Job, said: str, mark: Optional[str], today: date) -> Posting:
    """The posting that a complete job becomes; without its employer and state."""
    own = job.get("place_name") or ctx.places.name_of(job["place"])
    return Posting(
        trade=job["trade"], title=ctx.trades.name_of(job["trade"])[:60], place_code=job["place"], place_name=own[:40],
        address=job["address"][:120], date_from=max(date.fromisoformat(job["date_from"]), today),
        date_to=date.fromisoformat(job["date_to"]), start_time=job.get("start_time"),
        wage_min=_fen(job.get("wage_min")), wage_max=_fen(job.get("wage_max")), wage_unit=job.get("wage_unit"),
        pay_cycle=job.get("pay_cycle"), headcount=job["headcount"], min_age=job.get("min_age"),
        max_age=job.get("max_age"), notes="，".join(job.get("notes", []))[:500], contact=job.get("contact"),
        contact_phone=job.get("phone"), said=said, said_mark=mark,
    )  # fmt: skip


def job_from(posting: Posting) -> Job:
    """An earlier posting as a job to be told anew, without its days."""
    job: Dict[str, Any] = {
        "trade": posting.trade, "place": posting.place_code, "place_name": posting.place_name,
        "address": posting.address, "start_time": posting.start_time, "wage_min": _yuan(posting.wage_min),
        "wage_max": _yuan(posting.wage_max), "wage_unit": posting.wage_unit, "pay_cycle": posting.pay_cycle,
        "headcount": posting.headcount, "min_age": posting.min_age, "max_age": posting.max_age,
        "contact": posting.contact, "phone": posting.contact_phone,
        "notes": [note for note in posting.notes.split("，") if note],
    }  # fmt: skip
    job["wage_open"] = posting.wage_min is None and posting.wage_max is None or None
    job["hour_open"] = True
    return {name: value for name, value in job.items() if value is not None}


def _fen(yuan: Any) -> Optional[int]:
    return None if yuan is None else round(float(yuan) * 100)


def _yuan(fen: Optional[int]) -> Any:
    return None if fen is None else fen // 100 if fen % 100 == 0 else fen / 100
