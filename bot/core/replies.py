"""The texts that people read: `responses` of domain.yml, chosen by channel, varied so that none is repeated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Tuple

import yaml


class MissingReply(Exception):
    """No text under this key, or it wants a parameter that was not given. A defect, found by the tests."""


@dataclass(frozen=True)
class Replies:
    """`texts[key][channel]` are variants; channel `` serves every channel that has none of its own."""

    texts: Mapping[str, Mapping[str, Tuple[str, ...]]]

    def render(self, key: str, channel: str = "", nth: int = 0, **params: Any) -> str:
        """The text of a key. `nth` picks another variant each time that it is said again."""
        by_channel = self.texts.get(key)
        if not by_channel:
            raise MissingReply(key)
        variants = by_channel.get(channel) or by_channel[""]
        try:
            return variants[nth % len(variants)].format_map(params)
        except KeyError as name:
            raise MissingReply(f"{key} wants {name}") from None

    def variants(self, key: str, channel: str = "") -> int:
        """How many ways there are to say it."""
        by_channel = self.texts.get(key, {})
        return len(by_channel.get(channel) or by_channel.get("", ()))


def load_replies(domain: Path) -> Replies:
    """Reads them from Rasa's domain file, where Rasa's own tools find them too."""
    responses = yaml.safe_load(domain.read_text(encoding="utf-8"))["responses"]
    return Replies({key: _by_channel(entries) for key, entries in responses.items()})


def _by_channel(entries: List[Dict[str, str]]) -> Dict[str, Tuple[str, ...]]:
    found: Dict[str, List[str]] = {}
    for entry in entries:
        found.setdefault(entry.get("channel", ""), []).append(entry["text"].strip())
    return {channel: tuple(texts) for channel, texts in found.items()}
