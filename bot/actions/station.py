"""The station: where it is, training, guidance, public services, a person."""

from __future__ import annotations

from bot.actions.base import action
from bot.services.by_task import BY_TASK

StationInfo = action("station_info", BY_TASK["station_info"])
Human = action("human", BY_TASK["human"])
Training = action("training", BY_TASK["training"])
Guidance = action("guidance", BY_TASK["guidance"])
PublicService = action("public_service", BY_TASK["public_service"])
DeleteMyData = action("delete_my_data", BY_TASK["delete_my_data"])
