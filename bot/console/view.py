"""What every page is handed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sanic.exceptions import SanicException
from sanic.response import HTTPResponse, html

from bot.console import words
from bot.wiring import App

TEMPLATES = Path(__file__).parent / "templates"


class Problem(SanicException):
    """Something that is told to the person in one plain sentence, with an HTTP status."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence, status_code=status, quiet=True)
        self.sentence = sentence


@dataclass(frozen=True)
class View:
    """The process's objects and its templates."""

    app: App
    templates: Environment

    async def call(self, function: Callable[..., Any], *args: Any) -> Any:
        """Runs a use case, which blocks on the database, beside the event loop."""
        return await asyncio.get_running_loop().run_in_executor(None, function, self.app.ctx, *args)

    def page(self, template: str, status: int = 200, **values: Any) -> HTTPResponse:
        """A page from its template."""
        return html(self.templates.get_template(template).render(**values), status=status)

    def today_and_hour(self) -> str:
        """“12月1日 周二 08:00”: the time by our clock, which may have been moved for a demonstration."""
        return words.full_time(self.app.ctx.clock(), self.app.ctx.zone)

    def when(self, at: datetime) -> str:
        """A time as it is shown."""
        ctx = self.app.ctx
        return words.when(at, ctx.clock(), ctx.zone)


def make_view(app: App) -> View:
    """Templates escape every value and refuse unknown names."""
    loader = FileSystemLoader(str(TEMPLATES))
    templates = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.globals["simulated"] = app.settings.simulated
    return View(app, templates)
