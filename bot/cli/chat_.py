"""`python -m bot chat`: talk to the running service in the terminal, through its own signed webhook."""

from __future__ import annotations

import argparse
import os
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import List

from bot import config, wiring
from bot.channels.signing import signed_twilio_form
from bot.config import Settings
from bot.core.address import SMS, Address
from bot.core.phones import to_e164
from bot.services.simulator import Message, thread

POLL_SECONDS = 0.3
USUAL_PHONE = "13800000101"


def main(argv: List[str]) -> int:
    """Each line is a text message; what the bot sends to this number is printed. Ctrl-D ends it."""
    parser = argparse.ArgumentParser(prog="python -m bot chat")
    parser.add_argument("--phone", default=USUAL_PHONE, help="用哪个号码说话（只用编的号码）")
    phone = to_e164(parser.parse_args(argv).phone)
    app = wiring.build(config.load(os.environ))
    if phone is None or not app.settings.simulated:
        print("号码不对" if phone is None else "已接真实渠道，不能在终端里冒充号码", file=sys.stderr)
        return 2
    stop = threading.Event()
    listener = threading.Thread(target=_listen, args=(app, Address(SMS, phone), stop), daemon=True)
    listener.start()
    status = _talk(app.settings, phone)
    stop.set()
    return status


def _talk(settings: Settings, phone: str) -> int:
    print(f"用 {phone} 和机器人说话，一行一条，Ctrl-D 结束。", file=sys.stderr)
    for line in sys.stdin:
        try:
            _send(settings, phone, line.rstrip("\n"))
        except (urllib.error.URLError, OSError) as why:
            print(f"没送到：服务没启动？先运行 make run({type(why).__name__})", file=sys.stderr)
            return 1
    threading.Event().wait(2)  # the last answer
    return 0


def _send(settings: Settings, phone: str, text: str) -> None:
    url, form, headers = signed_twilio_form(settings, phone, text, f"SM{uuid.uuid4().hex}")
    local = settings.local_bot_url + url.removeprefix(settings.public_url)
    request = urllib.request.Request(local, urllib.parse.urlencode(form).encode(), headers)
    urllib.request.urlopen(request, timeout=10).read()


def _listen(app: wiring.App, address: Address, stop: threading.Event) -> None:
    seen = {message.id for message in _replies(app, address)}
    while not stop.wait(POLL_SECONDS):
        for message in _replies(app, address):
            if message.id not in seen:
                seen.add(message.id)
                print(f"  << {message.text}", flush=True)


def _replies(app: wiring.App, address: Address) -> List[Message]:
    return [message for message in thread(app.ctx, address).messages or () if not message.mine]
