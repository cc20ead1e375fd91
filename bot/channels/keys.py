"""What webhooks are signed with: the vendor's token, or this machine's own while the simulator stands in."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from bot.config import Settings

SIMULATOR_KEY = "simulator.key"


def twilio_token(settings: Settings) -> str:
    """The token that signs SMS webhooks."""
    return settings.twilio.auth_token or simulator_secret(settings)


def wechat_token(settings: Settings) -> str:
    """The token that signs WeChat webhooks."""
    return settings.wechat.token or simulator_secret(settings)


def simulator_secret(settings: Settings) -> str:
    """A random secret in `var/simulator.key`, made once and shared by all processes of this machine."""
    path = settings.var / SIMULATOR_KEY
    if not path.exists():
        _create(path)
    return path.read_text(encoding="ascii")


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        # A link appears whole or not at all, so that no process ever reads half a key or a second one.
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was quicker: its key counts
    finally:
        os.unlink(draft)
