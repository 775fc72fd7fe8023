"""`lianxue serve`: the story of a trainer who saves, slips, and mends."""

from __future__ import annotations

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest


def hear_interruptions() -> None:
    """A shell starts what runs in the background deaf to Ctrl+C, and so may these tests have been started."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Preview:
    """A running preview whose lines can be waited for."""

    def __init__(self, root: Path, port: int, temporary: Path) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desk", "--root", str(root), "serve", "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1", "TMPDIR": str(temporary)},
            preexec_fn=None if os.name == "nt" else hear_interruptions,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, beginning: str) -> list[str]:
        """Lines up to the first that begins so."""
        lines = [self.lines.get(timeout=20)]
        while not lines[-1].startswith(beginning):
            lines.append(self.lines.get(timeout=20))
        return lines

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=20) as response:
            return str(response.read().decode())


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """Where the preview keeps its pages."""
    (tmp_path / "临时").mkdir()
    return tmp_path / "临时"


@pytest.fixture
def preview(portal: Path, temporary: Path) -> Iterator[Preview]:
    """A preview of the small portal, ended with the test."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    running = Preview(portal, port, temporary)
    yield running
    running.process.kill()
    running.process.wait()


def test_a_slip_keeps_the_last_good_pages(portal: Path, preview: Preview, temporary: Path) -> None:
    """Saves are shown; a save with a problem prints the list and the pages stay; Ctrl+C ends it cleanly."""
    first = preview.until("打开 ")
    assert first[0].startswith("quizzes/first.yml:5:5: ")
    assert first[1] == "共 1 处：需要修改 0 处，待补 1 处，提示 0 处"
    assert first[2].startswith("已生成，用时 ")
    assert first[3] == f"打开 {preview.url} （按 Ctrl+C 结束）"

    lesson = portal / "docs/lessons/2026/02-first.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("正文。", "改过的正文。"), encoding="utf-8")
    preview.until("已重新生成，用时 ")
    assert "改过的正文。" in preview.page("lessons/2026/02-first.html")

    lesson.write_text(text.replace("正文。", "[死链](../none.md)"), encoding="utf-8")
    listed = preview.until("网页保持上一次的样子，改好保存后会自动更新。")
    assert "docs/lessons/2026/02-first.md:15:6: " in listed[0]
    assert "改过的正文。" in preview.page("lessons/2026/02-first.html")

    template = portal / "overrides/main.html"
    page = template.read_text(encoding="utf-8")
    lesson.write_text(text, encoding="utf-8")
    preview.until("已重新生成，用时 ")
    template.write_text("{% if %}", encoding="utf-8")
    assert preview.until("网页保持上一次的样子")[0].startswith("网页模板 main.html 第 1 行写法不对：")
    template.write_text(page, encoding="utf-8")
    preview.until("已重新生成，用时 ")
    assert "正文。" in preview.page("lessons/2026/02-first.html")

    preview.process.send_signal(signal.SIGINT)
    assert preview.until("已结束预览。")[-1] == "已结束预览。"
    assert preview.process.wait(timeout=20) == 0
    assert list(temporary.glob("lianxue-*/")) == []


def test_a_first_build_with_problems_does_not_serve(portal: Path, preview: Preview) -> None:
    """Where something must be fixed before the first page, the list is printed and the command ends."""
    preview.process.kill()
    preview.process.wait()
    (portal / "quizzes/first.yml").write_text("title: 空\n", encoding="utf-8")
    running = Preview(portal, int(preview.url.split(":")[2].strip("/")), portal.parent)
    lines = running.until("内容有需要修改的地方，改好后再预览。")
    assert lines[0].startswith("quizzes/first.yml:1:1: ")
    assert running.process.wait(timeout=20) == 1
