"""A posting on its way: a plain dict, as the talk keeps it, of one or more jobs told together.

`jobs` are dicts of facts (wages in yuan, days and hours as text); `said` is everything written for it, for the review;
`name` is how a new employer wants to be called.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

Job = Dict[str, Any]
SHARED = (
    "date_from", "date_to", "start_time", "place", "place_name", "address", "pay_cycle", "contact", "phone",
    "min_age", "max_age", "notes",
)  # fmt: skip
OWN = ("trade", "headcount", "wage_min", "wage_max", "wage_unit", "wage_open")
MOST_JOBS = 4
LONG_TERM_DAYS = 31  # more than a month is shown as “长期”
HEADCOUNT, TRADE, PLACE, COUNTY, DATE = "headcount", "trade", "place", "county", "date"
WAGE, UNIT, WHERE, ADDRESS, HOUR = "wage", "unit", "where", "address", "hour"
PHONE, NAME, OK = "phone", "name", "ok"
_MORE = re.compile(r"(?:再|另外|还|又)[要招加来请差缺需]|另外|还有|再加|加[两一二三四五六七八九\d]+个")
_NOT = re.compile(r"不是|改[成为到]|换成|说错|打错|写错|搞错|更正|应该是")


def new() -> Dict[str, Any]:
    """Nothing said yet."""
    return {"jobs": [{}], "said": [], "tries": 0}


def take(draft: Dict[str, Any], told: Sequence[Mapping[str, Any]], text: str) -> None:
    """Adds what a message tells, read as one or more jobs. What is told again replaces what was there."""
    told = [job for job in told if job] or [{}]
    if len(told) > 1:
        _take_several(draft, told)
    elif _is_another(draft["jobs"], told[0], text):
        draft["jobs"] = (draft["jobs"] + [{**_shared(draft["jobs"][-1]), **told[0]}])[:MOST_JOBS]
    else:
        _amend(draft["jobs"], told[0])
    for job in draft["jobs"]:
        _tidy(job)


def _take_several(draft: Dict[str, Any], told: Sequence[Mapping[str, Any]]) -> None:
    kept = _shared(draft["jobs"][0])
    jobs = [] if not draft["jobs"][0].get("trade") else draft["jobs"]
    draft["jobs"] = (jobs + [{**kept, **job} for job in told])[:MOST_JOBS]


def _is_another(jobs: List[Job], told: Mapping[str, Any], text: str) -> bool:
    """“再加两个瓦工400”: a second job, told after the first."""
    if _NOT.search(text) or not told.get("trade") or not jobs[-1].get("trade"):
        return False
    if any(job.get("trade") == told["trade"] for job in jobs):
        return False
    return bool(told.get("headcount")) and bool(jobs[-1].get("headcount") or _MORE.search(text))


def _amend(jobs: List[Job], told: Mapping[str, Any]) -> None:
    """What is shared is true of all jobs; the rest of the one that is named, or lacks it, or the only one."""
    news = {
        id(job): {name: told[name] for name in SHARED if name in told and _concerns(jobs, job, name)}
        for job in jobs
    }
    for job in jobs:
        job.update(news[id(job)])
        job["notes"] = list(dict.fromkeys(job.get("notes", []) + list(told.get("notes", []))))
    own = {name: told[name] for name in OWN if name in told}
    if "wage_min" in own or "wage_max" in own:  # “300以上” after “260到280” has no upper end any more
        own = {"wage_min": None, "wage_max": None, "wage_open": None, **own}
    if own:
        one_of(jobs, own).update(own)


def _concerns(jobs: List[Job], job: Job, name: str) -> bool:
    """What some of the jobs lack is meant for those; what all have is corrected for all."""
    if name == "notes":
        return False
    lacking = [each for each in jobs if not each.get("date_from" if name == "date_to" else name)]
    if name in ("place", "place_name"):
        lacking = [each for each in jobs if not each.get("place") or no_county(each)]
    return not lacking or any(each is job for each in lacking)


def one_of(jobs: List[Job], own: Mapping[str, Any]) -> Job:
    """The job that these facts are meant for: of its trade, else the first that lacks one of them, else the last."""
    same = [job for job in jobs if own.get("trade") and job.get("trade") == own["trade"]]
    lacking = [job for job in jobs if any(job.get(name) is None for name, told in own.items() if told)]
    return (same or lacking or jobs[-1:])[0]


def _shared(job: Mapping[str, Any]) -> Job:
    return {name: job[name] for name in SHARED if job.get(name)}


def _tidy(job: Job) -> None:
    """A pay without an upper end is meant as it is said; work by the month goes on; one day is a day's pay."""
    low, high = job.get("wage_min"), job.get("wage_max")
    if low is not None and high is not None and low > high:
        job["wage_max"] = low
    if low is not None and not job.get("wage_unit"):
        job["wage_unit"] = _likely_unit(float(low), job)
    if job.get("date_from") and not job.get("date_to"):
        job["date_to"] = job["date_from"]
    if job.get("wage_unit") == "month" and job.get("date_from") and job["date_from"] == job["date_to"]:
        last = date.fromisoformat(job["date_from"]) + timedelta(days=LONG_TERM_DAYS)
        job["date_to"] = last.isoformat()


def _likely_unit(figure: float, job: Mapping[str, Any]) -> Optional[str]:
    """What people leave out because it is plain; it is read back. None where it is not plain."""
    if job.get("wage_unit"):
        return str(job["wage_unit"])
    if 100 <= figure <= 800:
        return "day"
    return "month" if 2000 <= figure <= 20000 else None


def missing(draft: Mapping[str, Any], named: bool) -> Tuple[str, Job]:
    """The next thing to ask for and the job that lacks it; OK where all is there. `named`: the employer is known."""
    jobs: List[Job] = draft["jobs"]
    for step, lacks in _STEPS:
        for job in jobs:
            if lacks(job):
                return step, job
    if not named and not draft.get("name") and not jobs[0].get("contact"):
        return NAME, jobs[0]
    return OK, jobs[0]


def no_county(job: Job) -> bool:
    """True where only a city or the province is named."""
    return bool(job.get("place")) and str(job["place"]).endswith("00")


_STEPS = (
    (HEADCOUNT, lambda job: not job.get("headcount")),
    (TRADE, lambda job: not job.get("trade")),
    (PLACE, lambda job: not job.get("place")),
    (COUNTY, no_county),
    (DATE, lambda job: not job.get("date_from")),
    (
        WAGE,
        lambda job: job.get("wage_min") is None and job.get("wage_max") is None and not job.get("wage_open"),
    ),
    (UNIT, lambda job: not job.get("wage_unit") and not job.get("wage_open")),
    (WHERE, lambda job: not job.get("address") and not job.get("start_time")),
    (ADDRESS, lambda job: not job.get("address")),
    (HOUR, lambda job: not job.get("start_time") and not job.get("hour_open")),
    (PHONE, lambda job: not job.get("phone")),
)
