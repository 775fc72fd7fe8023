"""Serve built sites over plain http on 127.0.0.1, below sub-paths, with a site's own 404 page."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

# Not localhost, which would be a secure context and hide what fails without one; the browsers map it to 127.0.0.1.
HOST = "portal.test"


@contextmanager
def serve(mounts: Mapping[str, Path], headers: Mapping[str, str] | None = None) -> Iterator[int]:
    """Serve folders below their prefixes ("/study/"), the longest first; the port is given."""
    order = sorted(mounts.items(), key=lambda mount: -len(mount[0]))

    class Handler(_Handler):
        places = tuple(order)
        extra_headers = MappingProxyType(dict(headers or {}))

    with _Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that moves on while a file is still coming is no error."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = (
        True  # head and body are sent apart: the body would wait 40 ms for the browser's word
    )
    places: tuple[tuple[str, Path], ...] = ()
    extra_headers: Mapping[str, str] = MappingProxyType({})

    def translate_path(self, path: str) -> str:
        asked = unquote(urlsplit(path).path)
        prefix, folder = self._mount(asked)
        target = (folder / asked.removeprefix(prefix)).resolve()
        return str(target if target.is_relative_to(folder.resolve()) else folder / "missing")

    def _mount(self, asked: str) -> tuple[str, Path]:
        return next((place for place in self.places if asked.startswith(place[0])), ("/", Path("/missing")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self._mount(unquote(urlsplit(self.path).path))[1] / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in self.extra_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the stories speak."""
