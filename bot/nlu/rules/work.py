"""Bare facts about work, and who says them: a worker looks for it, an employer needs people."""

from __future__ import annotations

import re
from typing import Optional

from bot.nlu.rules.base import View

_FACTS = re.compile(
    r"[DTPJW0\s,。.、;:+/~的活元块钱一天人个位吃日结月现做到至和在可以行也左右以上工下午晚夜班早期包住]+"
)
_FACT = re.compile("[DPJ]")
_WHO = re.compile("住|P人|J的(?:$|[ ,])")  # “小工,团风人”: who somebody is, while no day and no pay is named
_WISHED = re.compile("[DTW]")
_WISH = {"date_from", "wage_min"}
_MATTER = {"trade", "place"}


def decide(view: View) -> Optional[str]:
    """“明天 武汉 工地” looks for work; the same from an employer needs people. So does “我58岁 明天武汉小工”: who
    names a day or a pay beside what they are wants work.
    """
    wants = "post_job" if view.role == "employer" else "find_work"
    if view.guess == "profile" and view.fields.keys() & _WISH and view.fields.keys() & _MATTER:
        return wants
    if not _FACTS.fullmatch(view.gist) or not _FACT.search(view.gist) or view.gist.startswith("住"):
        return None
    return None if _WHO.search(view.gist) and not _WISHED.search(view.gist) else wants
