"""The registry of content kinds that are Markdown pages."""

from lianxue.content.case import CASE
from lianxue.content.lesson import LESSON
from lianxue.content.page import ContentKind
from lianxue.content.regulation import REGULATION

DOCS = "docs"
CONTENT_KINDS = (LESSON, REGULATION, CASE)
# What a page that holds no record may name as its template.
PAGE_TEMPLATES = ("main.html", "home.html", *(kind.index_template for kind in CONTENT_KINDS))


def kind_of(path: str) -> tuple[ContentKind, str] | None:
    """The kind and id of the record a page holds; None for an ordinary page or an index."""
    for kind in CONTENT_KINDS:
        prefix = f"{DOCS}/{kind.folder}/"
        if path.startswith(prefix) and path.endswith(".md"):
            record_id = path.removeprefix(prefix).removesuffix(".md")
            return None if record_id.split("/")[-1] == "index" else (kind, record_id)
    return None
