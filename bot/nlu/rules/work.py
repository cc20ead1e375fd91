"""Bare facts about work, and who says them: a worker looks for it, an employer needs people."""
from __future__ import annotations

import re
from typing import Optional

from bot.nlu.rules.base import View

_ONLY_FACTS = re.compile(r"[DTPJWH0\s,。.、;:+/~的活元块钱一天人个名位包吃住日结月结现结做到至和在可以行也左右以上工上下午晚夜班早期招聘要]*")
_FACTS = re.compile("[DPJ]")
_HIRING = re.compile("招|聘|要[0-9一二两三四五六七八九十几H]|[来差缺请需][^,。]{0,4}[0H一二两三四五六七八九十]|急需|人手|[0H]个?[名位人]")


def decide(view: View) -> Optional[str]:
    """“明天 武汉 工地” looks for work; the same from an employer needs people."""
    if not _ONLY_FACTS.fullmatch(view.gist) or not _FACTS.search(view.gist):
        return None
    if view.role == "employer" or _HIRING.search(view.gist):
        return "post_job"
    return "find_work"
