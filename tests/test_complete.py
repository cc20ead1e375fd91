"""Parts that belong together are all there."""

from __future__ import annotations

import re
from typing import Any, Dict, Set

import yaml

from bot.config import ROOT
from bot.core.hire import State
from bot.core.segments import cost
from bot.services import state
from tests.conversations.script import PHONES

DOMAIN: Dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
INTENTS = set(DOMAIN["intents"])
CONTRACT = set(
    [
        "greet",
        "thanks",
        "help",
        "find_work",
        "post_job",
        "choose",
        "affirm",
        "deny",
        "cancel",
        "my_jobs",
        "wage_dispute",
        "case_status",
        "injury",
        "rights_question",
        "report_posting",
        "complaint",
        "station_info",
        "training",
        "guidance",
        "public_service",
        "subscribe",
        "unsubscribe",
        "profile",
        "human",
        "delete_my_data",
        "crisis",
        "other",
    ]
)
LONGER = {"utter_crisis", "utter_injury"}  # worth a third segment
LONGER |= {
    f"utter_case_notice_{kind}" for kind in ("labour", "building", "service", "iou")
}  # see test_notice.py


def _yaml(folder: str, key: str) -> list:
    rows = []
    for path in sorted((ROOT / folder).glob("*.yml")):
        rows += yaml.safe_load(path.read_text(encoding="utf-8")).get(key) or []
    return rows


def _source() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))


def test_the_domain_has_the_tasks_of_the_contract() -> None:
    assert INTENTS - {"inform"} == CONTRACT


def test_every_intent_has_enough_different_examples() -> None:
    counts = {
        row["intent"]: len(set(re.findall(r"^- (.+)$", row["examples"], re.M)))
        for row in _yaml("bot/data/nlu", "nlu")
    }
    assert {intent: counts.get(intent, 0) for intent in CONTRACT if counts.get(intent, 0) < 60} == {}


def test_every_intent_has_a_rule() -> None:
    ruled: Set[str] = set()
    for rule in _yaml("bot/data/rules", "rules"):
        ruled |= {step["intent"] for step in rule["steps"] if "intent" in step}
    assert INTENTS - ruled == set()


def test_every_expectation_is_a_value_of_the_slot() -> None:
    used = {value for name, value in vars(state).items() if name.isupper() and isinstance(value, str)}
    assert used == set(DOMAIN["slots"]["expecting"]["values"])


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    written, source = set(DOMAIN["responses"]), _source()
    named = set(re.findall(r"[\"'](utter_\w+)[\"']", source))
    prefixes = tuple(re.findall(r"f\"(utter_\w+_)\{", source))
    assert named - written == set()
    assert {key for key in written - named if not key.startswith(prefixes)} == set()


def test_fixed_texts_cost_two_segments_at_most() -> None:
    long = {
        key
        for key, entries in DOMAIN["responses"].items()
        for entry in entries
        if cost(re.sub(r"\{\w+\}", "某某某", entry["text"])).segments > 2
    }
    assert long - LONGER == set()


def test_no_text_has_links_or_markdown() -> None:
    texts = [entry["text"] for entries in DOMAIN["responses"].values() for entry in entries]
    assert [text for text in texts if re.search(r"https?:|\*\*|`|#", text)] == []


def test_every_state_of_a_hire_fits_its_column() -> None:
    assert max(len(each.value) for each in State) <= 12


def test_the_dialogues_cover_every_intent() -> None:
    # what each intent's dialogue is marked with: `covers: [find_work, …]` in the script
    covered: Set[str] = set()
    for path in sorted((ROOT / "tests" / "conversations").glob("*.yml")):
        for script in yaml.safe_load(path.read_text(encoding="utf-8")):
            covered |= set(script.get("covers", []))
    assert CONTRACT - covered == set()
    assert set(PHONES) == {"worker", "other", "boss", "wechat"}
