"""Run MkDocs once, quietly, and bring back what the hooks found."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from desk.failures import DeskError
from desk.reporting.report import stops
from lianxue.reading.problem import Problem, sort_problems
from lianxue.rendering.portal import PagesReady

FIXED_TIME = "1767225600"  # 2026-01-01, so that the same input gives the same bytes anywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one run of MkDocs came to."""

    problems: tuple[Problem, ...]  # of the content, sorted by place
    remarks: tuple[str, ...]  # warnings of MkDocs itself, in its own words
    is_stopped: bool  # whether problems forbid publishing; the pages may then be unfinished


@contextmanager
def quiet_mkdocs() -> Iterator[list[str]]:
    """Keep MkDocs from talking; its warnings and errors are gathered in the list instead."""
    said: list[str] = []
    handler = _Gatherer(said)
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before


class _Gatherer(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith("mkdocs.livereload"):  # its 404s would grow for ever
            self.said.append(record.getMessage())


@contextmanager
def fixed_time() -> Iterator[None]:
    """Give the build a fixed clock unless whoever called set one."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        yield
        return
    os.environ["SOURCE_DATE_EPOCH"] = FIXED_TIME
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]


def read_config(
    root: Path, site_dir: Path, *, drafts: bool = False, only_pages: bool = False
) -> MkDocsConfig:
    """The project's mkdocs.yml with our site folder, and what we want of the portal's hooks.

    Raises DeskError where mkdocs.yml cannot be used.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # silences a notice Material prints when imported
    file = root / "mkdocs.yml"
    for folder in ("docs", "quizzes"):  # git keeps no empty folder, MkDocs asks for both
        (root / folder).mkdir(exist_ok=True)
    with quiet_mkdocs() as said:
        try:
            config = load_config(str(file), config_file_path=str(file), site_dir=str(site_dir))
        except MkDocsException as error:
            detail = "；".join(said) or str(error)
            raise DeskError(f"mkdocs.yml 里的设置用不了：{detail}") from error
    config.extra["lianxue_portal_options"] = {"drafts": drafts, "only_pages": only_pages}
    return config


def check_pages(root: Path, *, drafts: bool = False) -> Outcome:
    """Render the portal at `root` as far as its checks need; nothing is written that stays.

    With `drafts`, questions that are not settled yet are advice. Raises as `build_pages`.
    """
    with tempfile.TemporaryDirectory(prefix="lianxue-") as folder:
        return _run(read_config(root, Path(folder), drafts=drafts, only_pages=True))


def build_pages(config: MkDocsConfig, *, serve_url: str | None = None) -> Outcome:
    """Build the site that `config` describes into its site folder.

    Content problems come back as values, all of them: where the hooks stop early, a check finds
    the rest. Raises DeskError where MkDocs stops for a reason of its own (a template, a plugin).
    """
    outcome = _run(config, serve_url=serve_url)
    if not outcome.is_stopped:
        return outcome
    root = Path(config.config_file_path).parent
    drafts: bool = config.extra["lianxue_portal_options"]["drafts"]
    return replace(check_pages(root, drafts=drafts), is_stopped=True)


def _run(config: MkDocsConfig, *, serve_url: str | None = None) -> Outcome:
    found: list[Problem] = []
    config.extra["lianxue_portal_options"]["collect"] = found
    with quiet_mkdocs() as said, fixed_time():
        try:
            build(config, serve_url=serve_url)
        except PagesReady as ready:
            return _outcome([*found, *ready.portal.problems], said)
        except TemplateError as error:  # some are OSErrors, and none of them means a file of ours
            raise DeskError(_template_sentence(error)) from error
        except Abort as error:
            if not stops(found):
                detail = "；".join(said) or str(error)
                raise DeskError(f"MkDocs 没能生成网页：{detail}") from error
            return _outcome(found, said, is_stopped=True)
    portal = config.extra.get("lianxue_portal")
    if portal is None:
        raise DeskError("mkdocs.yml 里没有启用廉学的 hooks：请把 hooks 一项照原样写回去")
    return _outcome([*found, *portal.problems], said)


def _template_sentence(error: TemplateError) -> str:
    if isinstance(error, TemplateNotFound):
        return f"找不到网页模板 {error.name}：请检查 overrides 文件夹是否完整"
    if isinstance(error, TemplateSyntaxError):
        name = Path(error.filename or error.name or "").name
        return f"网页模板 {name} 第 {error.lineno} 行写法不对：{error.message}"
    return f"网页模板里有错：{error}"


def _outcome(problems: list[Problem], said: list[str], *, is_stopped: bool = False) -> Outcome:
    return Outcome(
        problems=tuple(sort_problems(problems)),
        remarks=tuple(dict.fromkeys(said)),
        is_stopped=is_stopped or stops(problems),
    )
