"""The statutes that the rules stand on, as rows that staff can check and change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Mapping

import yaml

_TEXTS = ("statute", "version", "article", "says", "caution")


class UnknownRule(KeyError):
    """No such row. A defect, found by the tests."""


@dataclass(frozen=True)
class Rule:
    """One article. `says` is its gist for staff; `numbers` what the code counts with; `caution` what is unsure."""

    id: str
    statute: str
    version: str
    article: str
    says: str
    checked: str
    caution: str
    numbers: Mapping[str, int]

    @property
    def cited(self) -> str:
        """“劳动保障监察条例第二十条”."""
        return f"{self.statute}{self.article}"


@dataclass(frozen=True)
class LawBook:
    """All rules by their id."""

    rules: Mapping[str, Rule]

    def __getitem__(self, rule_id: str) -> Rule:
        try:
            return self.rules[rule_id]
        except KeyError:
            raise UnknownRule(rule_id) from None

    def number(self, rule_id: str, name: str) -> int:
        """A figure of a rule: `number("inspection_limit", "years")` is 2."""
        return self[rule_id].numbers[name]


def load_law(folder: Path) -> LawBook:
    """Reads every file of bot/data/law that has rules."""
    rules: Dict[str, Rule] = {}
    for path in sorted(folder.glob("*.yml")):
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        for rule_id, row in (told.get("law") or {}).items():
            rules[rule_id] = _rule(rule_id, row, str(told["checked"]))
    return LawBook(rules)


def _rule(rule_id: str, row: Dict[str, Any], checked: str) -> Rule:
    texts = {name: str(row.get(name, "")) for name in _TEXTS}
    numbers = {name: int(value) for name, value in row.items() if name not in _TEXTS}
    return Rule(id=rule_id, checked=checked, numbers=numbers, **texts)
