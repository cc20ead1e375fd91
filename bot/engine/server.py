"""The bot process: Rasa's agent behind our webhooks. Written against Rasa 3.6.21."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, List, Optional

from rasa.core.agent import Agent, load_agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.run import configure_app
from rasa.core.utils import AvailableEndpoints
from sanic import Sanic, response
from sanic.request import Request

from bot import wiring
from bot.config import ROOT
from bot.engine import logs, model_file
from bot.engine.lean import make_lean
from bot.engine.local_actions import LocalActions, skip_schema_check
from bot.engine.locks import ProcessLockStore, RedisLockStore
from bot.engine.trackers import ConversationTrackerStore
from bot.engine.turns import shared
from bot.wiring import App

log = logging.getLogger(__name__)
LARGEST_BODY = 2_000_000  # channels have smaller limits of their own; this one guards the parser


async def load(app: App, model: Optional[str] = None) -> Agent:
    """The trained model, with our stores, locks and actions. Raises model_file.NoModel."""
    path = model_file.find(Path(model)) if model else model_file.find()
    wiring.install(app)  # Rasa builds stores and actions by name: they find it there
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    endpoints.tracker_store = ConversationTrackerStore()
    endpoints.lock_store = _locks(app)
    if app.settings.actions_url:
        endpoints.action.url = app.settings.actions_url
    else:
        endpoints.action = LocalActions()
        skip_schema_check()
    agent = await load_agent(model_path=str(path), endpoints=endpoints)
    if not agent.is_ready():
        raise model_file.NoModel(f"模型文件 {path.name} 打不开，请运行 make train 重新训练")
    make_lean(agent)
    return agent


def _locks(app: App) -> Any:
    url = app.settings.redis_url
    return RedisLockStore(url=url) if url else ProcessLockStore()


def create_server(app: App, channels: List[InputChannel]) -> Sanic:
    """The Sanic app with the webhooks and /health; the agent is loaded when it starts."""
    server = configure_app(input_channels=channels, enable_api=False, use_uvloop=True)
    server.config.REQUEST_MAX_SIZE = LARGEST_BODY
    server.config.FALLBACK_ERROR_FORMAT = "text"
    server.ctx.agent = None

    async def handle(message: UserMessage) -> None:
        await server.ctx.agent.handle_message(message)

    async def start(_: Sanic, loop: Any) -> None:
        server.ctx.agent = await load(app)

    async def take_up(_: Sanic, loop: Any) -> None:
        server.ctx.sweep = loop.create_task(shared(app, handle).sweep())

    async def put_down(_: Sanic, loop: Any) -> None:
        server.ctx.sweep.cancel()

    async def health(_: Request) -> response.HTTPResponse:
        ready = server.ctx.agent is not None and server.ctx.agent.is_ready()
        return response.json({"ok": ready}, status=200 if ready else 503)

    server.register_listener(start, "before_server_start")
    server.register_listener(take_up, "after_server_start")
    server.register_listener(put_down, "before_server_stop")
    server.add_route(health, "/health")
    return server


def run(app: App, channels: List[InputChannel]) -> None:
    """Serves until SIGTERM or SIGINT."""
    logs.quiet_rasa()
    server = create_server(app, channels)
    server.run(
        host=app.settings.bot_host,
        port=app.settings.bot_port,
        workers=1,
        access_log=False,
        motd=False,
        debug=False,
    )
