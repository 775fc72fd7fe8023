"""The rules for rendered pages: no raw HTML, no dead links, no dead anchors."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lianxue.content.fences import lines_outside_fences
from lianxue.reading.entry import nearest_name
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Place, Report
from lianxue.rendering.page_scan import PageScan
from lianxue.rendering.urls import page_url

_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^\s)>\"']*[\[\]][^\s)>\"']*")


@dataclass(slots=True)
class SourceFinder:
    """Finds where in an author's file something stands that was seen in its rendered page."""

    source: MarkdownSource

    def place(self, text: str, occurrence: int = 0) -> Place:
        """The place of a text's nth occurrence outside fences; the file's body where not found."""
        found = [
            Place(self.source.path, self.source.body_line + index, match.start() + 1)
            for index, line in lines_outside_fences(self.source.body)
            for match in re.finditer(re.escape(text), line, re.IGNORECASE)
        ]
        if not found:
            return Place(self.source.path, self.source.body_line)
        return found[min(occurrence, len(found) - 1)]


def check_html(scan: PageScan, source: MarkdownSource, report: Report) -> None:
    """Nothing typed as HTML beyond the allow list, nothing from other hosts, anchors once."""
    finder = SourceFinder(source)
    for text, occurrence in _numbered(scan.refused):
        report.note(finder.place(text, occurrence), "raw-html", _refused(text))
    for anchor, occurrence in _numbered(scan.unsafe_anchors):
        message = f"锚点“{anchor}”里有引号、尖括号、& 或空格：请只用文字、字母、数字和连字符"
        report.note(finder.place(anchor, occurrence), "raw-html", message)
    for address, occurrence in _numbered(scan.outside):
        message = f"“{address}”在站外：内网和离线包里打不开，请把文件放进 docs/ 再引用"
        report.note(finder.place(address, occurrence), "outside-resource", message)
    for anchor, occurrence in _numbered(scan.repeated_anchors):
        message = f"锚点“{anchor}”在这一页出现两次：链接只能到第一处，请改其中一个"
        report.note(finder.place(anchor, occurrence + 1), "duplicate-anchor", message)


def _numbered(texts: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each text with how often it came before."""
    seen: Counter[str] = Counter()
    for text in texts:
        yield text, seen[text]
        seen[text] += 1


def _refused(text: str) -> str:
    if text.startswith("<"):
        return f"不允许的 HTML：“{text}>”。请用 Markdown 写法；要原样显示时写成 `{text}>`"
    if ":" in text or text.startswith("//"):
        return f"不允许的链接“{text}”：请链到本站的文件，或 http、https、mailto、tel 地址"
    return f"不允许的 HTML 属性“{text}”：请删去"


def without_broken_addresses(markdown: str, source: MarkdownSource, report: Report) -> str:
    """Markdown without addresses that cannot be read as such: MkDocs would break off on one."""

    def test(match: re.Match[str]) -> str:
        try:
            urlsplit(match.group())
        except ValueError:
            message = f"链接“{match.group()}”不是网址：方括号不对"
            report.note(SourceFinder(source).place(match.group()), "dead-link", message)
            return "#"
        return match.group()

    return _ADDRESS.sub(test, markdown)


def check_links(
    page: str,
    scan: PageScan,
    source: MarkdownSource | None,
    site_files: Collection[str],
    anchors: Mapping[str, Collection[str]],
    report: Report,
) -> None:
    """Every link of a page leads to a file of the site, and to an anchor that is there.

    `page` and `site_files` are site-relative urls; `anchors` leads from a page to its anchors.
    """
    finder = SourceFinder(source) if source else None
    seen: Counter[str] = Counter()
    for link in scan.links:
        parts = urlsplit(link)
        path = unquote(parts.path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        target = f"{target}/index.html" if path.endswith("/") else target
        fragment = unquote(parts.fragment)
        if target not in site_files:
            rule, needle, message = "dead-link", path, _dead_link(page, path, target, site_files)
        elif fragment and target in anchors and fragment not in anchors[target]:
            rule, needle = "dead-anchor", f"#{fragment}"
            nearest = nearest_name(fragment, anchors[target])
            hint = f"，是不是 #{nearest}？" if nearest else ""
            where = "本页" if target == page else re.sub("[.]html$", ".md ", target)
            message = f"{where}里没有位置“#{fragment}”{hint}"
        else:
            continue
        place = finder.place(needle, seen[needle]) if finder else Place(page)
        seen[needle] += 1
        report.note(place, rule, message)


def _dead_link(page: str, path: str, target: str, site_files: Collection[str]) -> str:
    if path.startswith("/"):
        return f"链接“{path}”以 / 开头，离线包里打不开：请写相对路径，如 ../regulations/x.md"
    if target.startswith(".."):
        return f"链接“{path}”指到了站外"
    wanted = page_url(target) if target.endswith(".md") else target
    suffix = posixpath.splitext(wanted)[1]
    nearest = nearest_name(wanted, [file for file in site_files if file.endswith(suffix)])
    written = posixpath.relpath(nearest or ".", posixpath.dirname(page) or ".")
    hint = f"，是不是 {re.sub('[.]html$', '.md', written)}？" if nearest else ""
    return f"链接“{path}”指向的文件不存在{hint}"
