"""All that one message tells of a case, by the names under which it is kept."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional

from bot.core.cases.told import figures, people, terms, trouble, who

# Fields that add up over several messages instead of replacing one another.
LISTS = ("proof", "agreed", "flags")


def told(text: str, known: Mapping[str, Any], asked: Optional[str] = None) -> Dict[str, Any]:
    """Reads the text. `known`: the facts so far, for what is put right; `asked`: the open question, which decides
    what a bare number or name means."""
    found = {
        "employer_phone": who.debtor_phone(text),
        "contractor": who.contractor(text),
        "site": who.on_site(text) or None,
        "on_behalf": who.on_behalf(text),
        "people_owed": people.how_many(text, asked == "people"),
        "proof": terms.proof(text),
        "agreed": terms.agreed(text),
        "directed": terms.directed(text),
        "still_working": terms.still_working(text),
        "complained": terms.complained(text) if asked == "complained" else terms.complained(text) or None,
        "flags": trouble.flags(text),
        "per_head": figures.per_head(text),
        **_righted(text, known),
        **figures.days_and_pay(text),
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def _righted(text: str, known: Mapping[str, Any]) -> Dict[str, Any]:
    name = who.righted(text, known.get("employer_name"))
    return {"employer_name": name, "amount_owed": None if name else figures.righted(text)}


def merged(known: Mapping[str, Any], news: Mapping[str, Any]) -> Dict[str, Any]:
    """The facts with what is new; lists grow."""
    facts = {**known, **news}
    for name in LISTS:
        if name in news and isinstance(known.get(name), list):
            facts[name] = list(dict.fromkeys([*known[name], *news[name]]))
    return facts
