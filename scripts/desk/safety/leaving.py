"""Let nothing leave the portal that must not be published."""

from __future__ import annotations

from collections.abc import Collection

from desk.failures import DeskError
from lianxue.content.catalog import Catalog
from lianxue.content.safety_rules import BLOCKING_RULES


def refuse_secrets(catalog: Catalog, paths: Collection[str]) -> None:
    """Raise DeskError where one of these files holds a secret; what is said of it is masked."""
    found = [item for item in catalog.problems if item.rule in BLOCKING_RULES and item.path in paths]
    if found:
        lines = "\n".join(map(str, found))
        raise DeskError(f"内容里有不能发布的文字，没有写任何文件。请改好再来：\n{lines}")
