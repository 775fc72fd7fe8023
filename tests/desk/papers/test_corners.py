"""Papers in odd places and of odd questions: nothing is lost, nothing stops without a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from tests.desk.conftest import Ran
from tests.desk.papers.conftest import choices, read_questions, write_file, write_preset, write_quiz

from desk.failures import DeskError
from desk.papers.making import folder_name, make_paper
from desk.papers.paper_docx import paper_docx
from desk.papers.planning import plan_paper
from desk.papers.views import variant_view
from desk.word.pages import A4_SEALED
from lianxue.content.catalog import load_catalog

HOSTILE = '甲 < 乙 && "引号" ]]> ${x} {{ 7 * 7 }} {% raw %} **粗** 𠮷'


def test_files_that_are_there_are_not_touched(
    shared_bank: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """The sentence names the first of them, and both ways out."""
    out = tmp_path / "试卷"
    write_file(out / "答题卡.docx", "改过的")
    arguments = ("--root", shared_bank, "paper", "quarter", "--out", out)
    ran = lianxue(*arguments)
    assert (ran.code, ran.err) == (
        1,
        f"已经有 {out / '答题卡.docx'}，没有动：要替换请加 --replace，或用 --out 换一个位置或名称。\n",
    )
    assert [file.name for file in out.iterdir()] == ["答题卡.docx"]
    assert lianxue(*arguments, "--replace").code == 0
    assert (out / "答题卡.docx").read_bytes()[:2] == b"PK"


def test_files_of_an_earlier_paper_are_named(
    shared_bank: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """Nobody shall print a variant that belongs to another draw."""
    out = tmp_path / "试卷"
    arguments = ("--root", shared_bank, "paper", "quarter", "--out", out, "--replace")
    assert "提示" not in lianxue(*arguments, "--variants", "A,B").out
    ran = lianxue(*arguments)
    assert ran.out.startswith(
        "提示：文件夹里还有以前的 A卷/答案与解析.docx 等 14 个文件，不是这一次的：请删去，免得拿错\n"
    )


def test_a_question_that_leans_on_another_stays_behind_it(bank: Path, tmp_path: Path) -> None:
    """接上题 in whatever order chance has; where the other was not drawn it is said."""
    pairs = choices(6, 11)
    for number in (1, 3, 5):
        pairs[number]["stem"] = f"接上题，第 {number} 问应当选哪一项"
    write_quiz(bank, "leaning", *pairs)
    for seed in range(10):
        paper = plan_paper(load_catalog(bank), "leaning", seed=str(seed))
        ids = [one.question.id for group in paper.variants[0].sections[0].groups for one in group.questions]
        assert all(ids.index(f"s{number}") == ids.index(f"s{number - 1}") + 1 for number in (12, 14, 16))
    pairs[0]["type"], pairs[0]["answer"] = "multiple_choice", ["A", "B"]
    write_quiz(bank, "leaning", *pairs)
    assert make_paper(bank, "leaning", folder=tmp_path / "卷").remarks == (
        "题目 leaning/s12 的题干说到另一道题，那一道没有印在它前面：请换一道，或改写题干",
    )


def test_a_paper_prints_no_secret(bank: Path, tmp_path: Path) -> None:
    """Nothing is written; what is said of it is masked."""
    write_quiz(bank, "secret", *choices(1), {**choices(1, 2)[0], "explanation": "机密★1年"})
    with pytest.raises(DeskError, match=r"^内容里有不能发布的文字，没有写任何文件。") as error:
        make_paper(bank, "secret", folder=tmp_path / "卷")
    assert "机密" not in str(error.value) and not (tmp_path / "卷").exists()


def test_a_file_where_the_folder_should_be(
    shared_bank: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """It stays as it is."""
    file = tmp_path / "试卷"
    file.write_text("不动", encoding="utf-8")
    ran = lianxue("--root", shared_bank, "paper", "quarter", "--out", file)
    assert (ran.code, ran.err) == (1, f"{file} 是文件，这里需要文件夹：请用 --out 换一个位置。\n")
    assert file.read_text(encoding="utf-8") == "不动"


def test_a_place_nobody_can_write_to(shared_bank: Path, tmp_path: Path, lianxue: Callable[..., Ran]) -> None:
    """Below a file there is no folder."""
    (tmp_path / "文件").write_text("", encoding="utf-8")
    ran = lianxue("--root", shared_bank, "paper", "quarter", "--out", tmp_path / "文件" / "里面")
    file = tmp_path / "文件"
    assert (ran.code, ran.err) == (1, f"{file} 是文件，这里需要文件夹：请用 --out 换一个位置。\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing",), "没有“nothing”这个组卷方案。现有的组卷方案：quarter（季度测试）。\n"),
        (
            ("quarter", "--seed", "一 二"),
            "种子“一 二”不能用：请写一个数字或者一个词，不超过 40 个字，中间没有空格。\n",
        ),
        (
            ("quarter", "--paper", "B5"),
            "选项 --paper：纸张只有 A4 和 A3（横放、两栏），不是“B5”。\n用 lianxue paper --help 看用法。\n",
        ),
        ((), "缺少 组卷方案。\n用 lianxue paper --help 看用法。\n"),
    ],
)
def test_a_wrong_command_gets_a_sentence(
    shared_bank: Path, lianxue: Callable[..., Ran], arguments: tuple[str, ...], message: str
) -> None:
    """And makes nothing."""
    assert lianxue("--root", shared_bank, "paper", *arguments).err == message
    assert not (shared_bank / "dist").exists()


def test_a_title_names_a_folder_everywhere() -> None:
    """What Windows forbids becomes a blank."""
    assert folder_name('《党章》：a/b\\c "甲"? ') == "《党章》：a b c  甲"
    assert folder_name("..") == "试卷"
    assert folder_name("CON") == "CON 试卷"


def hostile(number: int) -> dict[str, Any]:
    """A question that tries to be more than text."""
    options = {label: f"{HOSTILE} {label}{number}" for label in "甲乙丙"}
    return {
        "id": f"h{number}",
        "type": "single_choice",
        "stem": f"{HOSTILE} {number}",
        "options": options,
        "answer": "乙",
        "explanation": HOSTILE,
    }


def test_hostile_text_is_only_text(bank: Path, tmp_path: Path) -> None:
    """In Word files, in print pages and in the title."""
    write_quiz(bank, "hostile", hostile(1))
    title = "卷 <script>alert(1)</script>\x07&"
    make_paper(bank, "hostile", variants=("A", "B"), title=title, folder=tmp_path / "out")
    for file in (tmp_path / "out").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "<script>alert" not in text and "甲 < 乙" not in text and "49" not in text
    document = docx.Document(str(tmp_path / "out" / "A卷" / "试卷.docx"))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "卷 <script>alert(1)</script>&" in texts
    (stem,) = [text for text in texts if text.startswith("1．")]
    assert stem.startswith('1．甲 < 乙 && "引号" ]]> ${x} {{ 7 * 7 }} {% raw %} 粗 𠮷 1')


def test_long_options_take_a_line_each(bank: Path, tmp_path: Path) -> None:
    """Four short ones share a line, two of middle length, and none is torn from its question."""
    for name, length in (("short", 3), ("middle", 14), ("long", 400)):
        options = {label: label.lower() + "长" * length for label in "ABCD"}
        question = {"id": name, "type": "single_choice", "stem": name, "options": options, "answer": "B"}
        write_quiz(bank, name, question)
        make_paper(bank, name, folder=tmp_path / name)
    counts = {}
    for name in ("short", "middle", "long"):
        document = docx.Document(str(tmp_path / name / "试卷.docx"))
        styles = [one.style.name for one in document.paragraphs if one.style]
        counts[name] = [style for style in styles if style in ("题干", "选项", "选项末行")]
    assert counts == {
        "short": ["题干", "选项末行"],
        "middle": ["题干", "选项", "选项末行"],
        "long": ["题干", "选项", "选项", "选项", "选项末行"],
    }
    named = {style.name: style for style in document.styles}
    assert named["题干"].paragraph_format.keep_with_next and named["选项"].paragraph_format.keep_with_next
    assert not named["选项末行"].paragraph_format.keep_with_next


def test_a_hundred_questions_make_a_paper(bank: Path, tmp_path: Path) -> None:
    """All of them are there once, in both variants."""
    write_quiz(bank, "many", *choices(100, 1000))
    write_preset(
        bank,
        "hundred",
        title="百题",
        filters={"quizzes": ["many"]},
        rows=[{"type": "single_choice", "count": 100, "points": 1}],
    )
    catalog = load_catalog(bank)
    paper = plan_paper(catalog, "hundred", variants=("A", "B"))
    found = []
    for variant in paper.variants:
        file = tmp_path / f"{variant.name}.docx"
        file.write_bytes(paper_docx(variant_view(paper, variant, catalog, 42), A4_SEALED))
        found.append(read_questions(file))
    assert [len(questions) for questions in found] == [100, 100]
    assert set(found[0]) == set(found[1])


def test_a_material_is_printed_once_and_then_pointed_at(bank: Path, tmp_path: Path) -> None:
    """Where its questions are of two types, the later section names the place."""
    parts = [
        {
            "id": "one",
            "type": "single_choice",
            "stem": "一问",
            "options": {"A": "甲", "B": "乙"},
            "answer": "A",
            "explanation": "如此。",
        },
        {"id": "two", "type": "true_false", "stem": "二问。", "answer": "对", "explanation": "如此。"},
    ]
    write_quiz(bank, "both", {"id": "m", "type": "material", "text": "共同的材料。", "questions": parts})
    make_paper(bank, "both", folder=tmp_path / "out")
    texts = [one.text for one in docx.Document(str(tmp_path / "out" / "试卷.docx")).paragraphs]
    assert texts.count("共同的材料。") == 1
    assert "阅读材料，回答第 1 题。" in texts
    assert "根据第 1 题前的材料，回答第 2 题。" in texts


def test_what_is_missing_is_said_to_be_missing(bank: Path, tmp_path: Path) -> None:
    """A key without explanation or citation says 待补."""
    write_quiz(
        bank, "bare", {"id": "one", "type": "true_false", "stem": "真的。", "answer": "错", "explanation": ""}
    )
    make_paper(bank, "bare", folder=tmp_path / "out")
    texts = [one.text for one in docx.Document(str(tmp_path / "out" / "答案与解析.docx")).paragraphs]
    assert texts[-3:] == ["答案：×（错误）　（1 分）", "解析：（待补）", "依据：（待补）"]


def test_broken_questions_and_drafts_are_remarked(bank: Path, tmp_path: Path) -> None:
    """The paper is made of the rest, and the report says what was left out."""
    good, broken, draft = choices(3, 300)
    write_quiz(bank, "mixed", good, {**broken, "answer": "F"}, {**draft, "status": "待确认"})
    remarks = make_paper(bank, "quarter", folder=tmp_path / "out").remarks
    assert len(remarks) == 2
    assert "答案 F 不在选项 A、B、C、D 中" in remarks[0]
    assert remarks[1] == "题库里有 1 道待确认的题目，没有抽"


def test_an_empty_quiz_is_no_paper(bank: Path) -> None:
    """Said by name and place."""
    write_quiz(bank, "empty", {**choices(1)[0], "status": "待确认"})
    with pytest.raises(DeskError) as error:
        make_paper(bank, "empty")
    assert str(error.value) == "自测题“empty 自测”（quizzes/empty.yml）里没有可以用的题目"


def test_nothing_of_the_machine_is_in_a_file(made: Path) -> None:
    """No path, no clock, no library's name; every part has the same day."""
    with ZipFile(made / "A卷" / "试卷.docx") as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert "python-docx" not in core and "2026-01-01T00:00:00Z" in core
