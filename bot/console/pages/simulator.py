"""Three phones that stand in for real ones while no vendor is configured."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any, Dict, List, Tuple
from uuid import uuid4

from aiohttp import ClientSession
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.channels.signing import signed_twilio_form, signed_wechat_xml
from bot.config import Settings
from bot.console import words
from bot.console.to_bot import TWILIO, WECHAT, NotTaken, Patience, Signed, hand_over
from bot.console.view import Problem, View
from bot.core.address import SMS, Address
from bot.core.address import WECHAT as WECHAT_CHANNEL
from bot.services import simulator
from bot.services.context import Context
from bot.services.simulator import Message, SampleEmployer, Thread

PHONES_AT_ONCE = 6
A_MOMENT = timedelta(seconds=1)
LONGEST_TEXT = 1000  # characters
NUMBERS = tuple(f"+861380000{n:04d}" for n in range(101, 105))
OPENIDS = ("sim-worker-a", "sim-worker-b", "sim-worker-c")
WORKER_CHIPS = ("明天，工地，武汉", "1", "换一个", "我的活", "去不了了", "人工")
EMPLOYER_CHIPS = ("1", "2", "我的活", "人招满了", "人工")
_CLOSED = "模拟手机只在试用时开放。这里已经接上了真实的短信或微信，所以关掉了"


def add(server: Sanic, view: View) -> None:
    """Its routes, and the connection to the bot, which lives as long as the server."""

    async def open_http(server: Sanic, loop: Any) -> None:
        server.ctx.http = ClientSession()

    async def close_http(server: Sanic, loop: Any) -> None:
        await server.ctx.http.close()

    async def show(request: Request) -> HTTPResponse:
        _only_simulated(view)
        employers = await view.call(simulator.sample_employers)
        return view.page("simulator.html", phones=_phones(employers), now=view.today_and_hour())

    async def thread(request: Request) -> HTTPResponse:
        _only_simulated(view)
        return json(await view.call(_threads, view, _wanted(request)))

    async def send(request: Request) -> HTTPResponse:
        _only_simulated(view)
        address, text = _written(request)
        vendor, patience = await view.call(_sign, view.app.settings, address, text)
        try:
            await hand_over(server.ctx.http, view.app.settings, vendor, patience)
        except NotTaken as why:
            return json({"problem": str(why)}, status=502)
        return json({})

    async def clock(request: Request) -> HTTPResponse:
        _only_simulated(view)
        await view.call(_move_clock, view, _body(request).get("by"))
        return json({"now": view.today_and_hour()})

    server.register_listener(open_http, "before_server_start")
    server.register_listener(close_http, "after_server_stop")
    server.add_route(show, "/simulator")
    server.add_route(thread, "/simulator/thread", methods=["POST"])
    server.add_route(clock, "/simulator/clock", methods=["POST"])
    server.add_route(send, "/simulator/send", methods=["POST"])


def _only_simulated(view: View) -> None:
    if not view.app.settings.simulated:
        raise Problem(_CLOSED, 404)


def _phones(employers: List[SampleEmployer]) -> List[Dict[str, Any]]:
    """What the template draws: who holds it, the channel it begins with, the numbers it may take."""
    numbers = {SMS: [(each, words.spaced(each)) for each in NUMBERS]}
    numbers[WECHAT_CHANNEL] = [(each, f"微信号 {each[-1].upper()}") for each in OPENIDS]
    posts = {SMS: [(each.phone, f"{each.name}（{words.spaced(each.phone)}）") for each in employers]}
    worker = {"numbers": numbers, "chips": WORKER_CHIPS, "avatar": "工"}
    return [
        {**worker, "id": "worker-a", "owner": "工友A", "channel": SMS, "value": NUMBERS[0]},
        {**worker, "id": "worker-b", "owner": "工友B", "channel": WECHAT_CHANNEL, "value": OPENIDS[1]},
        {
            "id": "employer",
            "owner": "用工方",
            "channel": SMS,
            "value": employers[0].phone if employers else "",
            "numbers": posts,
            "chips": EMPLOYER_CHIPS,
            "avatar": "用",
        },
    ]


def _threads(ctx: Context, view: View, wanted: List[Tuple[Address, str]]) -> Dict[str, Any]:
    employers = simulator.sample_employers(ctx)
    for address, _ in wanted:
        _check(simulator.may_play(address, employers))
    threads = [_shown(view, address, simulator.thread(ctx, address, after)) for address, after in wanted]
    return {
        "now": view.today_and_hour(),
        "phones": threads,
        "employers": [{"value": each.phone, "news": each.news} for each in employers],
    }


def _shown(view: View, address: Address, found: Thread) -> Dict[str, Any]:
    messages = found.messages
    return {
        "channel": address.channel,
        "value": address.value,
        "mark": found.mark,
        "waiting": found.waiting,
        "messages": None if messages is None else [_message(view, address, each) for each in messages],
    }


def _message(view: View, address: Address, message: Message) -> Dict[str, Any]:
    return {
        "id": message.id,
        "mine": message.mine,
        "text": message.text,
        "time": view.when(message.at),
        "state": "" if message.mine else words.delivery(message.state, message.via, message.reason),
        "failed": not message.mine and message.state in words.FAILED,
        "size": words.size(message.segments, message.text) if address.channel == SMS else "",
    }


def _sign(ctx: Context, settings: Settings, address: Address, text: str) -> Tuple[Signed, Patience]:
    _check(simulator.may_play(address, simulator.sample_employers(ctx)))
    if address.channel == SMS:
        return Signed(*signed_twilio_form(settings, address.value, text, f"SM{uuid4().hex}")), TWILIO
    msg_id = str(secrets.randbelow(2**62))
    url, body = signed_wechat_xml(settings, address.value, text, msg_id, ctx.clock())
    return Signed(url, body.encode(), {"Content-Type": "text/xml"}), WECHAT


def _move_clock(ctx: Context, view: View, by: Any) -> None:
    """An hour on, or to the next thing that time brings."""
    moved = view.app.demo_clock
    _check(moved is not None and by in ("hour", "next"))
    due = simulator.next_due(ctx) if by == "next" else None
    if by == "next" and due is None:
        raise Problem("后面没有等着的提醒", 409)
    step = timedelta(hours=1) if due is None else due - ctx.clock() + A_MOMENT
    moved.forward(max(step, A_MOMENT))


def _wanted(request: Request) -> List[Tuple[Address, str]]:
    phones = _body(request).get("phones")
    _check(isinstance(phones, list) and len(phones) <= PHONES_AT_ONCE)
    return [(_address(each, "value"), str(each.get("after") or "")) for each in phones]


def _written(request: Request) -> Tuple[Address, str]:
    body = _body(request)
    text = body.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Problem("先写几个字再发", 400)
    _check_text(text)
    if len(text) > LONGEST_TEXT:
        raise Problem(f"太长了，最多 {LONGEST_TEXT} 个字", 400)
    return _address(body, "from"), text


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, which no phone can write
        raise Problem("里面有看不懂的字符，请改一改再发", 400) from None


def _body(request: Request) -> Dict[str, Any]:
    body = request.json
    _check(isinstance(body, dict))
    return body


def _address(source: Any, key: str) -> Address:
    _check(isinstance(source, dict))
    channel, value = source.get("channel"), source.get(key)
    _check(isinstance(channel, str) and isinstance(value, str))
    return Address(channel, value)


def _check(fine: bool) -> None:
    if not fine:
        raise Problem("这里只能用编造的号码和样例里的用工方", 400)
