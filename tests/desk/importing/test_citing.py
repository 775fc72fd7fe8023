"""依据 as trainers write it, and the articles of the register that it means."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.project import make_project

from desk.drafts.provisions import read_provisions
from desk.importing.citing import place_citations
from lianxue.content.catalog import Catalog, load_register


@pytest.mark.parametrize(
    ("text", "cites", "is_all"),
    [
        ("依据：《学习守则》第3条", ("《学习守则》第三条",), True),
        ("《学习守则》第一条、第二条", ("《学习守则》第一条", "《学习守则》第二条"), True),
        ("《学习条例》第八条、《条例》第九条", ("《学习条例》第八条", "《学习条例》第九条"), True),
        (
            "《甲条例》第三条、《乙条例》第四条、《条例》第五条",
            ("《甲条例》第三条", "《乙条例》第四条", "《条例》第五条"),
            True,
        ),
        ("党章第七条。", ("党章第七条",), True),
        ("见党章第三条和行为准则第四条、第五条", ("党章第三条", "行为准则第四条", "行为准则第五条"), True),
        ("党章总纲", ("党章总纲",), True),
        ("根据行为准则第四条的规定，先公后私", (), False),
        ("《学习守则》第四条规定先公后私，准则第五条不同", ("《学习守则》第四条",), False),
    ],
)
def test_names_stand_with_and_without_title_marks(text: str, cites: tuple[str, ...], is_all: bool) -> None:
    """A name without 《》 counts where the text says nothing else; 《条例》 is the one named before it."""
    assert read_provisions(text) == (cites, is_all)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """A register with one 守则 and one 准则."""
    code = "---\ntitle: 甲局行为准则\nshort_titles: [行为准则]\naliases: [准则一]\narticles: 1-8\n---\n"
    return load_register(make_project(tmp_path / "project", files={"docs/regulations/code.md": code}))


@pytest.mark.parametrize(
    ("text", "own", "placed"),
    [
        ("《行为准则》第二条", "", "《行为准则》第二条"),
        ("行为准则第二条", "", "《行为准则》第二条"),
        ("《准则一》第二条", "", "《准则一》第二条"),
        ("《准则》第二条", "code", "第二条"),
        ("本准则第二条", "code", "第二条"),
        ("准则第二条", "code", "第二条"),
    ],
)
def test_short_names_of_the_register_are_known(catalog: Catalog, text: str, own: str, placed: str) -> None:
    """Short titles, aliases, and the bare kind where the quiz is about such a one."""
    (cited,) = place_citations([text], own, catalog)
    assert (cited.text, cited.reason) == (placed, "")


@pytest.mark.parametrize(
    ("text", "own", "reason"),
    [
        ("《准则》第二条", "", "里的“准则”不在法规库中"),
        ("《条例》第二条", "code", "里的“条例”不在法规库中"),
        ("别处准则第二条", "code", "里的“别处准则”不在法规库中"),
        ("《行为准则》第九条", "", "在《甲局行为准则》里没有这一条"),
        ("第二条", "", "没有写明法规"),
    ],
)
def test_what_may_mean_several_is_not_guessed(catalog: Catalog, text: str, own: str, reason: str) -> None:
    """The words stay as they were written, with the reason."""
    (cited,) = place_citations([text], own, catalog)
    assert (cited.text, cited.reason) == (text, reason)
