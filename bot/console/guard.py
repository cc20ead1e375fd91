"""What protects every page: headers, and refusing what other web sites make a browser send."""

from __future__ import annotations

from typing import Optional
from urllib.parse import urlsplit

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.config import Settings
from bot.console.view import Problem

MARK = "X-Console"  # a header that a form or a foreign page cannot send without being asked first
LOOPBACK = ("localhost", "127.0.0.1", "::1")
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def protect(server: Sanic, settings: Settings) -> None:
    """Adds both to a server."""

    async def check(request: Request) -> None:
        host = _hostname(request.headers.get("host", ""))
        if settings.console_host in LOOPBACK and host not in LOOPBACK:
            # A foreign name that resolves to this machine would make our pages its own (DNS rebinding).
            raise Problem("请用 http://127.0.0.1 或 http://localhost 打开", 403)
        if request.method not in ("GET", "HEAD") and not _same_origin(request):
            raise Problem("这个请求不是从本页发来的，没有处理", 403)

    async def harden(request: Request, response: HTTPResponse) -> None:
        response.headers.update(HEADERS)
        kept = "no-cache" if request.path.startswith("/static/") else "no-store"
        response.headers["Cache-Control"] = kept

    server.register_middleware(check, "request")
    server.register_middleware(harden, "response")


def _same_origin(request: Request) -> bool:
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower():
        return False
    return MARK in request.headers


def _hostname(host: str) -> Optional[str]:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
