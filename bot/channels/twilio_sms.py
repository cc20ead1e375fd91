"""SMS over Twilio as a Rasa channel."""

from __future__ import annotations

from typing import Any

from bot.channels.sms_input import SECOND_LOOK, SmsInput
from bot.channels.twilio_gateway import TwilioGateway
from bot.wiring import App, current


class TwilioSms(SmsInput):
    """Named in credentials.yml. Its settings come from the environment, not from that file."""

    def __init__(self, app: App, second_look: float = SECOND_LOOK) -> None:
        super().__init__(app, TwilioGateway(app.settings), second_look)

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TwilioSms:
        """As Rasa builds it."""
        return cls(current())
