"""A browser killed without a chance to tidy up has kept every answer whose verdict was shown."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright

from . import records
from .answering import KINDS, QuestionForm
from .learners import CHROMIUM_ARGUMENTS
from .places import Place

QUIZ = "every-kind"
QUIZ_URL = f"quizzes/{QUIZ}.html"


@contextmanager
def _chromium(
    playwright: Playwright, path: Path, profile: Path
) -> Iterator[tuple[subprocess.Popen[bytes], Page]]:
    """A Chromium of our own with a profile that stays, killed at the end without a chance to tidy up."""
    (profile / "DevToolsActivePort").unlink(missing_ok=True)
    switches = [
        *CHROMIUM_ARGUMENTS,
        "--headless=new",
        "--remote-debugging-port=0",
        f"--user-data-dir={profile}",
    ]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    process = subprocess.Popen(
        [str(path), *switches, *(["--no-sandbox"] if is_root else []), "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while not (lines := _lines(profile / "DevToolsActivePort")):
            assert time.monotonic() < deadline, "Chromium does not start"
            time.sleep(0.02)
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{lines[0]}")
        yield process, browser.contexts[0].new_page()
    finally:
        process.kill()
        process.wait()


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text().splitlines()
    except FileNotFoundError:
        return []


def test_a_browser_killed_right_after_the_verdict_has_kept_the_answer(
    playwright: Playwright, chromium_path: Path, small: Place, tmp_path: Path
) -> None:
    """SIGKILL as soon as the verdict is shown, again and again: every answer is there."""
    profile = tmp_path / "profile"
    profile.mkdir()
    questions = [small.question_of_kind(kind, QUIZ) for kind in KINDS[:2]]
    for question in questions:
        with _chromium(playwright, chromium_path, profile) as (process, page):
            page.goto(small.url(QUIZ_URL))
            QuestionForm(page, question).answer(rightly=True)
            process.kill()
    with _chromium(playwright, chromium_path, profile) as (_, page):
        page.goto(small.url(QUIZ_URL))
        assert records.asked(page) == [question.id for question in questions]
