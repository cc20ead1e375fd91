"""A Chromium for the browser tests: one that is there, or one that is put there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Iterator, Optional

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",  # as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = "no Chromium could be found or installed: THE BROWSER TESTS DID NOT RUN"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, once for all browser tests."""
    with sync_playwright() as it:
        yield it


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> str:
    """The path of a Chromium that starts. Without one the tests are skipped loudly; in CI they fail."""
    path = find() or installed_by_apt() or installed_by_playwright(playwright)
    if path:
        return path
    if os.environ.get("CI") == "true":
        pytest.fail(MISSING)
    warnings.warn(MISSING, RuntimeWarning, stacklevel=1)
    pytest.skip(MISSING)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """A running browser; every test opens a context of its own."""
    running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
    yield running
    running.close()


def find() -> Optional[str]:
    """The first that is installed and starts (Ubuntu's package of that name is only a pointer to a snap)."""
    return next((path for path in map(shutil.which, NAMES) if path and starts(path)), None)


def starts(path: str) -> bool:
    """True where it can say its version."""
    return _ran([path, "--version"], 60)


def installed_by_apt() -> Optional[str]:
    """As root on Debian: from the distribution, with a Chinese font for the pictures."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("installing chromium and a Chinese font with apt-get …", file=sys.stderr)
    install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-wqy-zenhei"]
    return find() if _ran(["apt-get", "update"], 300) and _ran(install, 900) else None


def installed_by_playwright(playwright: Playwright) -> Optional[str]:
    """Playwright's own build, put there by its own installer where it is missing."""
    path = playwright.chromium.executable_path
    if not Path(path).exists() and not _ran([sys.executable, "-m", "playwright", "install", "chromium"], 900):
        return None
    return path if starts(path) else None


def _ran(command: list[str], seconds: float) -> bool:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=env, capture_output=True, timeout=seconds, check=False)
        return done.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
