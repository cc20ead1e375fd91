"""The console's server: pages, protection, errors in plain sentences."""

from __future__ import annotations

import logging
from pathlib import Path
from uuid import uuid4

from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.console.guard import protect
from bot.console.pages import attention, cases, health, postings, simulator, start
from bot.console.view import View, make_view
from bot.wiring import App

log = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
LONGEST_BODY = 64 * 1024  # bytes
_SENTENCES = {
    404: "没有这个页面",
    405: "不能这样打开这个页面",
    408: "请求太慢，没有收全",
    413: "内容太长，没有处理",
}
_NOT_UNDERSTOOD = "这个请求看不懂，没有处理"


def create_app(app: App) -> Sanic:
    """A server with nothing shared between two of them."""
    server = Sanic(f"console-{uuid4().hex}", configure_logging=False)
    server.config.REQUEST_MAX_SIZE = LONGEST_BODY
    server.config.GRACEFUL_SHUTDOWN_TIMEOUT = 3.0
    server.config.FALLBACK_ERROR_FORMAT = "text"
    view = make_view(app)
    protect(server, app.settings)
    server.static("/static", str(STATIC))
    for page in (start, simulator, attention, cases, postings, health):
        page.add(server, view)
    _answer_errors(server, view)
    return server


def _answer_errors(server: Sanic, view: View) -> None:
    async def known(request: Request, why: SanicException) -> HTTPResponse:
        status = getattr(why, "status_code", None) or 500
        if status >= 500:
            return await unknown(request, why)
        sentence = getattr(why, "sentence", "") or _SENTENCES.get(status, _NOT_UNDERSTOOD)
        return _tell(request, view, sentence, status)

    async def unknown(request: Request, why: Exception) -> HTTPResponse:
        log.error("console failed: %s", type(why).__name__)  # its text may hold what somebody wrote
        return _tell(request, view, "控制台出错了，请稍后再试", 500)

    server.error_handler.add(SanicException, known)
    server.error_handler.add(Exception, unknown)


def _tell(request: Request, view: View, sentence: str, status: int) -> HTTPResponse:
    if request.method == "POST":  # asked by our own script
        return json({"problem": sentence}, status=status)
    return view.page("problem.html", status, sentence=sentence)
