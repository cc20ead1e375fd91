"""One log format for all processes, and no word that a person wrote in it."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from typing import Any

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
# Their messages are written by us, or hold nothing but names of migrations. Any other's may quote what a person
# wrote: Rasa's and Sanic's repeat texts of exceptions, asyncio's the results of tasks.
_TRUSTED = ("bot", "alembic")
_OURS = str(Path(__file__).parent)


def set_up(level: str) -> None:
    """To standard error, so that commands may use standard output for what they are asked for.

    Below DEBUG, libraries are heard from WARNING up, and only as far as `Guarded` lets them.
    """
    logging.basicConfig(level=level, stream=sys.stderr, format=FORMAT, force=True)
    logging.captureWarnings(True)  # Sanic, ruamel and others switch warnings on again, whatever we say
    if level == "DEBUG":
        return
    # At the source: whatever handlers a library adds later, none of them sees more.
    logging.setLogRecordFactory(Guarded)
    logging.raiseExceptions = False  # the report of a failed log call repeats its arguments
    logging.getLogger().setLevel(max(logging.WARNING, logging.getLevelName(level)))
    for name in _TRUSTED:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("py.warnings").setLevel(
        logging.ERROR
    )  # libraries' deprecations: nobody's business here


class Guarded(logging.LogRecord):
    """A record without texts of exceptions; a library's says only where it comes from."""

    def __init__(
        self, name: str, level: int, pathname: str, lineno: int, msg: Any, args: Any, exc_info: Any,
        func: str | None = None, sinfo: str | None = None, **more: Any,
    ) -> None:  # fmt: skip
        if not _trusted(name):
            msg, args = _place(pathname, lineno), ()
        super().__init__(name, level, pathname, lineno, msg, args, None, func, None, **more)
        self._why = _why(exc_info)

    def getMessage(self) -> str:
        """The message; where there is an exception, its type, our last line in it, and the last line of all."""
        return super().getMessage() + self._why


def _trusted(name: str) -> bool:
    return str(name).split(".", 1)[0] in _TRUSTED


def _why(exc_info: Any) -> str:
    if not exc_info or exc_info[0] is None:
        return ""
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(exc_info[2])]
    ours = [(path, line) for path, line in frames if path.startswith(_OURS)]
    places = [_place(*frame) for frame in dict.fromkeys(ours[-1:] + frames[-1:])]
    return f": {exc_info[0].__name__}" + (f" at {', '.join(places)}" if places else "")


def _place(path: str, line: int) -> str:
    """The end of a file's path, and the line."""
    return f"{'/'.join(Path(path).parts[-3:])}:{line}"
