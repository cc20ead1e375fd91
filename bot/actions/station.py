"""The station: where it is, training, guidance, public services, a person."""

from __future__ import annotations

from functools import partial

from bot.actions.base import action
from bot.services import hand_off, small_talk

StationInfo = action("station_info", small_talk.station)
Human = action("human", hand_off.to_a_person)


def _by_staff(task: str, key: str, reason: str = "question") -> type:
    return action(task, partial(small_talk.answer_by_staff, key=key, reason=reason))


Training = _by_staff("training", "utter_training")
Guidance = _by_staff("guidance", "utter_guidance")
PublicService = _by_staff("public_service", "utter_public_service")
DeleteMyData = _by_staff("delete_my_data", "utter_delete_my_data", "delete_my_data")
