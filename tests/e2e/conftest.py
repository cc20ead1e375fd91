"""Running services for the end-to-end tests."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import pytest

from tests.e2e import service as running
from tests.e2e.browser import browser, chromium, playwright  # noqa: F401  (fixtures for all tests here)
from tests.e2e.service import Service


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """As `make run` leaves it on a fresh machine: no vendor, sample data, simulator."""
    folder: Path = tmp_path_factory.mktemp("service")
    with running.service(folder, sample=True) as it:
        yield it
