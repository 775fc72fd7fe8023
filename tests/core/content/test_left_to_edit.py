"""What is still to be written on a page, and what readers see of it."""

from __future__ import annotations

from lianxue.content.left_to_edit import without_open_alts


def test_a_picture_without_a_description_says_nothing() -> None:
    """A reader of screens hears no 待补; code that speaks about it, and other marks, stay."""
    page = "![待补：图片说明](images/a.png) 和 `![待补：x](b.png)`\n\n【待补：摘要】![图](c.png)\n\n```\n![待补](d.png)\n```\n"
    assert without_open_alts(page) == (
        "![](images/a.png) 和 `![待补：x](b.png)`\n\n【待补：摘要】![图](c.png)\n\n```\n![待补](d.png)\n```\n"
    )
