"""A page of a browser that notes whatever goes wrong in it."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

HERE = ("127.0.0.1", "localhost")
INSIDE = ("data", "blob", "about", "file")  # addresses that ask nobody

# What a browser's console says in spite of everything being well, each with its reason.
HARMLESS_MESSAGES = {
    r"allow-scripts and allow-same-origin": "how nbgrader embeds the formgrader, which it trusts",
    # What JupyterLab says on a slow machine, where things merely come later.
    r"Item with index \d+ did not appear within": "cells that are drawn late",
    r"Plugin \S+ is taking too long to activate": "its start",
    r"Plugin \S+ \(with \d+ dependants\) took [\d.]+ms to activate": "the same, told afterwards",
    r"async parser handler taking longer than \d+ ms": "a large message",
}
# What a server refuses in spite of everything being well, each with its reason.
HARMLESS_REFUSALS: dict[str, str] = {}


@dataclass
class Watch:
    """What has gone wrong so far, in sentences."""

    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Begin to watch every page of `context`, those that open later included."""
        context.on("console", self.note_message)
        context.on(
            "weberror", lambda error: self.note(f"the page threw: {error.error}")
        )
        context.on("request", self.note_request)
        context.on("requestfailed", self.note_failure)
        context.on("response", self.note_refusal)
        context.on("page", self.note_sockets)

    def note(self, sentence: str) -> None:
        self.faults.append(sentence)

    def note_message(self, message: ConsoleMessage) -> None:
        """Errors and warnings in the console."""
        known = any(re.search(one, message.text) for one in HARMLESS_MESSAGES)
        if message.type in ("error", "warning") and not known:
            place = message.location.get("url", "")
            self.note(f"console {message.type}: {message.text} ({place})")

    def note_request(self, request: Request) -> None:
        """Requests that would leave this machine; the browser does not let them out."""
        if leaves(request.url):
            self.note(f"a request left this machine: {request.url}")

    def note_failure(self, request: Request) -> None:
        """Requests without an answer, unless a page that was left did not wait for it."""
        if "ERR_ABORTED" not in (request.failure or ""):
            self.note(f"{request.method} {request.url} failed: {request.failure}")

    def note_refusal(self, response: Response) -> None:
        """Requests that a server did not grant."""
        known = any(re.search(one, response.url) for one in HARMLESS_REFUSALS)
        if response.status >= 400 and not known:
            self.note(
                f"{response.request.method} {response.url} gave {response.status}"
            )

    def note_sockets(self, page: Page) -> None:
        """Web sockets that would leave this machine."""
        page.on(
            "websocket",
            lambda socket: (
                self.note(f"a socket left this machine: {socket.url}")
                if leaves(socket.url)
                else None
            ),
        )


def leaves(url: str) -> bool:
    """Does a request to `url` leave this machine?"""
    parts = urlsplit(url)
    return parts.scheme not in INSIDE and parts.hostname not in HERE
