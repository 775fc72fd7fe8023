"""Watch a browser for what must never happen: a request off the site, an error in the console."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

_LOCAL = ("data:", "blob:", "about:")


class Watch:
    """Everything unseemly that the pages of some contexts did."""

    def __init__(self, *allowed: str) -> None:
        self._allowed = (*allowed, *_LOCAL)
        self._tolerated: list[str] = []
        self._seen: list[str] = []

    def attach(self, context: BrowserContext) -> None:
        """Watch all pages of a context, those to come as well."""
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)

    def tolerate(self, words: str) -> None:
        """Let pass what contains `words`: the story is about it."""
        self._tolerated.append(words)

    def forget(self) -> None:
        """Begin a new story."""
        self._tolerated.clear()
        self._seen.clear()

    @property
    def seen(self) -> list[str]:
        """What was seen and is not tolerated, in order."""
        return [line for line in self._seen if not any(words in line for words in self._tolerated)]

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith(self._allowed):
            self._seen.append(f"request off the site: {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._seen.append(f"console {message.type}: {message.text} ({message.location['url']})")

    def _on_error(self, error: WebError) -> None:
        self._seen.append(f"uncaught: {error.error}")
