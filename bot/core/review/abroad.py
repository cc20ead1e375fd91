"""Work abroad is nothing for this station, and a common trap."""

from __future__ import annotations

import re
from typing import Iterator

from bot.core.review.facts import BLOCK, Background, Facts, Finding
from bot.core.review.words import asked, quoted

_ABROAD = re.compile(
    r"出国|出境|境外|国外|海外|偷渡|缅甸|缅北|柬埔寨|老挝|泰国|越南|菲律宾|马来西亚|印尼|迪拜|阿联酋|非洲|劳务输出|办护照|包签证|公海|金三角|西港"
)


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    found = asked(facts.text, _ABROAD)
    if found or facts.place_code and not facts.place_code.startswith("42"):
        yield Finding(
            "abroad",
            BLOCK,
            f"不是湖北的活：{quoted(found)}" if found else "干活的地方不在湖北",
            "审核惯例：零工驿站只发湖北省内的活；境外招工另有专门许可",
            "这里只发湖北省内的活",
        )
