"""A Markdown file is split into its facts and its text."""

from __future__ import annotations

from lianxue.reading.front_matter import read_front_matter
from lianxue.reading.problem import Report


def test_the_text_begins_on_the_line_after_the_facts() -> None:
    """Problems in the text are counted from the top of the file."""
    report = Report()
    source = read_front_matter("---\ntitle: 甲\n---  \n正文\n", "docs/x.md", report)
    assert source is not None
    assert source.facts is not None
    assert (source.body, source.body_line, report.problems) == ("正文\n", 4, [])


def test_a_file_without_facts_is_all_text() -> None:
    """A page may have no facts; a rule in its text is no front matter."""
    report = Report()
    source = read_front_matter("正文\n---\n", "docs/x.md", report)
    assert source is not None
    assert (source.facts, source.body, source.body_line, report.problems) == (None, "正文\n---\n", 1, [])


def test_an_empty_file_is_a_page_without_facts() -> None:
    """Nothing to read is nothing wrong."""
    report = Report()
    source = read_front_matter("", "docs/x.md", report)
    assert source is not None
    assert (source.facts, source.body, report.problems) == (None, "", [])
