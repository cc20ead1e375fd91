"""The console's process."""

from __future__ import annotations

import os
import sys

from bot import config, logs
from bot.console.app import create_app
from bot.wiring import build


def main() -> None:
    """Serves until SIGTERM or SIGINT."""
    try:
        settings = config.load(os.environ)
    except config.SettingError as why:
        sys.exit(str(why))
    logs.set_up(settings.log_level)
    server = create_app(build(settings))
    server.run(settings.console_host, settings.console_port, workers=1, access_log=False, motd=False)


if __name__ == "__main__":
    main()
