"""A trainer makes two variants, prints them, and marks both by the keys and the map."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
from tests.desk.conftest import Ran
from tests.desk.papers.conftest import read_keys, read_questions, read_rows

from desk.papers.planning import plan_paper
from lianxue.content.catalog import Catalog

FILES = ["答案与解析.docx", "答案与解析.html", "答题卡.docx", "答题卡.html", "试卷.docx", "试卷.html"]


def test_two_variants_with_sheet_key_and_map(
    shared_bank: Path,
    made: Path,
    tmp_path: Path,
    lianxue: Callable[..., Ran],
    tree: Callable[[Path], dict[str, bytes]],
) -> None:
    """The command says what it made, and everything is there."""
    out = tmp_path / "第一季度 试卷"
    ran = lianxue(
        *("--root", shared_bank, "paper", "quarter", "--variants", "A，B", "--seed", "7"),
        *("--title", "党纪 <知识> 测试", "--out", out),
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "“党纪 <知识> 测试”：单项选择题 11 题，多项选择题 4 题，判断题 4 题，填空题 1 题，匹配题 1 题，排序题 1 题，"
        f"满分 100 分，A、B 共 2 套卷。\n已写入 14 个文件：{out}\n"
    )
    assert sorted(tree(out)) == sorted(
        [*(f"{variant}卷/{name}" for variant in "AB" for name in FILES), "对照表.docx", "对照表.html"]
    )
    assert [file.name for file in tmp_path.iterdir()] == [out.name]
    assert tree(out) == tree(made)  # which the function made that stands behind the command


def test_every_answer_is_right_in_both_variants(made: Path, catalog: Catalog) -> None:
    """The option that the key of a variant names has the words of the bank's right option."""
    right = {question.stem.replace("（  ）", ""): question for question in catalog.quizzes["bank"].questions}
    for variant in "AB":
        keys = read_keys(made / f"{variant}卷" / "答案与解析.docx")
        papers = read_questions(made / f"{variant}卷" / "试卷.docx")
        assert len(papers) == 22
        checked = 0
        for stem, seen in papers.items():
            if "____" in stem:
                continue
            question = right[stem]
            kind = question.type.name
            if kind == "true_false":
                assert keys[seen.number] == {"对": "√", "错": "×"}[question.body.answer_lines()[0]]
            elif kind in ("single_choice", "multiple_choice"):
                wanted = {line.partition(". ")[2] for line in question.body.answer_lines()}
                assert {seen.options[label] for label in keys[seen.number]} == wanted
                assert list(keys[seen.number]) == sorted(keys[seen.number])
            else:
                continue
            checked += 1
        assert checked == 19


def test_the_variants_have_the_same_questions_in_orders_of_their_own(made: Path) -> None:
    """Same stems and options, but neither the questions nor the options stand alike."""
    a, b = (read_questions(made / f"{variant}卷" / "试卷.docx") for variant in "AB")
    assert set(a) == set(b)
    assert [a[stem].number for stem in a] == [b[stem].number for stem in b] == list(range(1, 23))
    assert list(a) != list(b)
    assert {stem: sorted(one.options.values()) for stem, one in a.items()} == {
        stem: sorted(b[stem].options.values()) for stem in a
    }
    assert any(a[stem].options != b[stem].options for stem in a)


def test_the_map_leads_from_one_variant_to_the_other(made: Path) -> None:
    """Row by row: the numbers name the same question, and the first key through the map is the second."""
    a, b = (
        {one.number: one for one in read_questions(made / f"{variant}卷" / "试卷.docx").values()}
        for variant in "AB"
    )
    rows = read_rows(made / "对照表.docx")
    assert [int(row[1]) for row in rows] == list(range(1, 23))
    moved = 0
    for kind, number_a, key_a, number_b, options, key_b, _full_id in rows:
        assert a[int(number_a)].stem == b[int(number_b)].stem
        if kind not in ("单选", "多选", "排序"):
            continue
        pairs = dict(pair.split("→") for pair in options.split("　")) if "→" in options else {}
        for label, text in a[int(number_a)].options.items():
            assert b[int(number_b)].options[pairs.get(label, label)] == text
        mapped = [pairs.get(label, label) for label in key_a]
        assert (mapped if kind == "排序" else sorted(mapped)) == list(key_b)
        moved += bool(pairs)
    assert moved > 10


def test_the_paper_has_the_habits_of_an_examination(made: Path) -> None:
    """Heads with points, real styles, page numbers by fields, the sealing line."""
    document = docx.Document(str(made / "A卷" / "试卷.docx"))
    heads = [one.text for one in document.paragraphs if one.style and one.style.name == "大题"]
    assert heads == [
        "一、单项选择题（每题 4 分，共 44 分）",
        "二、多项选择题（每题 5 分，共 20 分）",
        "三、判断题（每题 4 分，共 16 分）",
        "四、填空题（共 8 分）",
        "五、匹配题（共 6 分）",
        "六、排序题（共 6 分）",
    ]
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:4] == [
        "某局机关党委",
        "党纪 <知识> 测试",
        "A 卷",
        "考试时间：60 分钟　　满分：100 分　　合格线：80 分",
    ]
    assert "每题的选项中有两个或者两个以上是正确的。少选得一半的分，多选、错选不得分。" in texts
    xml = document.element.xml
    assert "密　" in xml and "单位：____" in xml and 'vert="vert270"' in xml
    footer = document.sections[0].footer.paragraphs[0]._p.xml
    assert " PAGE " in footer and " NUMPAGES " in footer
    fills = [text for text in texts if "批准。" in text]
    assert [fill.partition("．")[2] for fill in fills] == [f"满 {'_' * 8} 年，由 {'_' * 28} 批准。"]


def test_a3_lies_on_its_side_in_two_columns(
    shared_bank: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """As big examination sheets do; the answer sheet stays A4."""
    lianxue("--root", shared_bank, "paper", "quarter", "--paper", "a3", "--out", tmp_path / "out")
    section = docx.Document(str(tmp_path / "out" / "试卷.docx")).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (420, 297)
    assert 'w:num="2"' in section._sectPr.xml
    sheet = docx.Document(str(tmp_path / "out" / "答题卡.docx")).sections[0]
    assert (round(sheet.page_width.mm), round(sheet.page_height.mm)) == (210, 297)


def test_same_seed_same_bytes_in_any_process(
    shared_bank: Path, made: Path, tmp_path: Path, tree: Callable[[Path], dict[str, bytes]]
) -> None:
    """Neither hashing nor the clock nor the place decides anything."""
    command = [sys.executable, "-m", "desk", "--root", str(shared_bank), "paper", "quarter"]
    choices = [
        "--variants",
        "A,B",
        "--seed",
        "7",
        "--title",
        "党纪 <知识> 测试",
        "--out",
        str(tmp_path / "又"),
    ]
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "UTC+7"}
    subprocess.run([*command, *choices], env=environment, check=True, capture_output=True)
    assert tree(tmp_path / "又") == tree(made)


def test_another_seed_is_another_paper(catalog: Catalog) -> None:
    """Eleven of eleven questions leave only the order to chance."""
    first, second = (
        [one.question.id for one in plan_paper(catalog, "quarter", seed=seed).variants[0].questions]
        for seed in ("1", "2")
    )
    assert first != second
    assert sorted(first) == sorted(second)


def test_a_whole_quiz_makes_a_paper_too(
    shared_bank: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """Short answers, which no preset may draw, get room on the sheet."""
    ran = lianxue("--root", shared_bank, "paper", "bank", "--out", tmp_path / "out")
    assert ran.out.startswith("“bank 自测”：单项选择题 11 题，")
    assert "简答题 1 题，满分 23 分，1 套卷。\n" in ran.out
    room = docx.Document(str(tmp_path / "out" / "答题卡.docx")).tables[-1]
    assert (len(room.columns), len(room.rows)) == (1, 6)
    key = docx.Document(str(tmp_path / "out" / "答案与解析.docx"))
    assert "参考要点：（1）要点一\n（2）要点二　（1 分）" in [paragraph.text for paragraph in key.paragraphs]
    assert not (tmp_path / "out" / "对照表.docx").exists()
