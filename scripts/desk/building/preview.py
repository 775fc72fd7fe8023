"""Serve the portal on this machine, built again at every save."""

from __future__ import annotations

import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from desk.building.address import check_address
from desk.building.mkdocs_run import Outcome, build_pages, quiet_mkdocs, read_config
from desk.failures import failure_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Whom the preview tells what happens."""

    built: Callable[[Outcome, float], None]  # and how many seconds it took; also where problems stopped it
    failed: Callable[[str], None]  # a build that broke down, in a sentence
    ready: Callable[[str], None]  # the address to open


def serve_preview(root: Path, *, host: str, port: int, open_browser: bool, listener: Listener) -> bool:
    """Serve until interrupted; False where problems in the content keep the first build from ending.

    A later save that breaks something is told to `listener`, and the last good pages stay. Raises
    DeskError where the address cannot be used or the first build breaks down, and OSError.
    """
    check_address(host, port)
    with (
        tempfile.TemporaryDirectory(prefix="lianxue-", ignore_cleanup_errors=True) as folder,
        quiet_mkdocs(),
        _termination_as_interrupt(),
    ):
        sites = Path(folder)
        config = _config(root, sites)
        server = _Server(listener.ready, host, port, urlsplit(config.site_url or "/").path)
        config.plugins.on_startup(command="serve", dirty=False)
        if not _build(config, server, listener):
            return False
        server.builder = lambda: _rebuild(root, sites, server, listener)
        _run(server, config, open_browser=open_browser)
    return True


class _Server(LiveReloadServer):
    """MkDocs' own server, which tells its address once it serves."""

    def __init__(self, ready: Callable[[str], None], host: str, port: int, mount_path: str) -> None:
        super().__init__(lambda: None, host, port, root="", mount_path=mount_path)
        self.ready = ready

    def serve_forever(self, poll_interval: float = 0.5) -> None:
        self.ready(self.url)  # the port is ours and every folder is watched by now
        super().serve_forever(poll_interval)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no news."""


def _config(root: Path, folder: Path) -> MkDocsConfig:
    return read_config(root, Path(tempfile.mkdtemp(dir=folder)), drafts=True)


def _build(config: MkDocsConfig, server: _Server, listener: Listener) -> bool:
    """Build and, where nothing stops it, show the new pages; whether it did."""
    started = time.monotonic()
    config.site_url = server.url
    outcome = build_pages(config, serve_url=server.url)
    if not outcome.is_stopped:
        server.root = config.site_dir
    listener.built(outcome, time.monotonic() - started)
    return not outcome.is_stopped


def _rebuild(root: Path, folder: Path, server: _Server, listener: Listener) -> None:
    """Never raises: LiveReloadServer would hold back every page until a build succeeds."""
    failure = failure_of(lambda: _build(_config(root, folder), server, listener))
    if failure is not None:
        listener.failed(failure)
    for site in folder.iterdir():
        if site != Path(server.root):
            shutil.rmtree(site, ignore_errors=True)


def _run(server: _Server, config: MkDocsConfig, *, open_browser: bool) -> None:
    try:
        server.error_handler = lambda code: _error_page(server, code)
        for watched in [config.docs_dir, config.config_file_path, *config.watch]:
            server.watch(watched)
        config.plugins.on_serve(server, config=config, builder=server.builder)
        server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass  # Ctrl+C is how a preview ends
    finally:
        server.shutdown()
        config.plugins.on_shutdown()


def _error_page(server: _Server, code: int) -> bytes | None:
    page = Path(server.root, f"{code}.html")
    return page.read_bytes() if page.is_file() else None


@contextmanager
def _termination_as_interrupt() -> Iterator[None]:
    """End on SIGTERM as on Ctrl+C, so that no temporary folder stays behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
