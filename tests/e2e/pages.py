"""The simulator page as a person uses it."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, Page, expect

PATIENCE = 30_000  # milliseconds at most for what usually takes one
DESK, POCKET = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


class Phones:
    """The open page and its three phones. `faults` are errors of its scripts."""

    def __init__(self, browser: Browser, console_url: str, size: dict) -> None:
        self.page: Page = browser.new_context(viewport=size, locale="zh-CN").new_page()
        self.page.set_default_timeout(PATIENCE)
        self.faults: list[str] = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", self._note)
        self.page.goto(f"{console_url}/simulator")
        expect(self.page.locator("#old-browser")).to_be_hidden()

    def phone(self, name: str) -> Locator:
        """`worker-a`, `worker-b` or `employer`."""
        return self.page.locator(f"#{name}")

    def write(self, name: str, text: str) -> None:
        """Types and presses 发送."""
        self.phone(name).locator(".text").fill(text)
        self.phone(name).locator(".send").click()

    def hears(self, name: str, text: object) -> str:
        """Waits until the newest message to this phone holds the text (or matches it); the whole message."""
        newest = self.phone(name).locator(".theirs .bubble").last
        expect(newest).to_contain_text(text, timeout=PATIENCE)
        return newest.inner_text()

    def _note(self, message: object) -> None:
        # A refused message is told in the page; the browser's own note of the status is no fault.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(message.text)
