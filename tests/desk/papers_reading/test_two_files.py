"""Questions in one file, their key in another."""

from __future__ import annotations

from tests.support.papers import opened_text

from desk.importing.papers.reading import read_papers
from desk.importing.reading import read_files

QUESTIONS = "\n".join(
    f"{number}. 第 {number} 个说法（ ）\nA. 一　B. 二　C. 三　D. 四" for number in range(1, 11)
)


def test_a_key_file_finds_its_questions_in_either_order() -> None:
    """The answers go to the questions; the key's own reading has no questions and says where they went."""
    key = opened_text("key.txt", "1-10：D A A B C A B C D A")
    paper = opened_text("题.txt", QUESTIONS)
    for readings in (read_papers([paper, key]), tuple(reversed(read_papers([key, paper])))):
        assert "".join("".join(draft.answer) for draft in readings[0].drafts) == "DAABCABCDA"
        assert readings[1].drafts == ()
        assert readings[1].remarks == ("这份答案已配到《题.txt》的题目上",)


def test_names_tell_which_key_is_whose() -> None:
    """Two papers and two keys: the names pair them."""
    first, second = opened_text("一季度试卷.txt", QUESTIONS), opened_text("二季度试卷.txt", QUESTIONS)
    keys = [
        opened_text("二季度试卷答案.txt", "1-10 BBBBBBBBBB"),
        opened_text("一季度试卷答案.txt", "1-10 CCCCCCCCCC"),
    ]
    readings = read_files([first, second, *keys])
    assert {draft.answer for draft in readings[0].drafts} == {("C",)}
    assert {draft.answer for draft in readings[1].drafts} == {("B",)}


def test_a_key_that_could_be_anyones_is_given_to_nobody() -> None:
    """Two papers and one key without a telling name: no question gets an answer."""
    readings = read_papers(
        [
            opened_text("甲卷.txt", QUESTIONS),
            opened_text("乙卷.txt", QUESTIONS),
            opened_text("key.txt", "1-10 BBBBBBBBBB"),
        ]
    )
    assert [{draft.doubts for draft in reading.drafts} for reading in readings[:2]] == [{("没有答案",)}] * 2
    assert readings[2].drafts == ()
    assert len(readings[2].unsure) == 1


def test_a_key_in_words_has_a_title_of_its_own() -> None:
    """The title over the key is no answer, and its entries go to the questions of the same heading."""
    paper = opened_text("卷.txt", "试卷（A卷）\n一、简答题\n1、什么是甲？\n2、什么是乙？")
    key = opened_text("卷答案.txt", "试卷（A卷）参考答案\n一、简答题\n1．甲就是甲甲甲。\n2．乙就是乙乙乙。")
    reading, of_key = read_papers([paper, key])
    assert [(draft.points, draft.doubts) for draft in reading.drafts] == [
        (("甲就是甲甲甲。",), ()),
        (("乙就是乙乙乙。",), ()),
    ]
    assert [(one.line.text, one.reason) for one in of_key.ignored] == [
        ("试卷（A卷）参考答案", "答案的标题"),
        ("一、简答题", "分节标题"),
    ]


def test_a_key_of_another_quarter_is_not_taken() -> None:
    """Names or titles that contradict each other keep two files apart, though there are no others."""
    paper = opened_text("第一季度试卷.txt", QUESTIONS)
    reading, of_key = read_papers([paper, opened_text("第二季度试卷答案.txt", "1-10 BBBBBBBBBB")])
    assert {draft.answer for draft in reading.drafts} == {()}
    assert [one.line.text for one in of_key.unsure] == ["1-10 BBBBBBBBBB"]


def test_a_key_without_numbers_may_stand_in_a_file_of_its_own() -> None:
    """单选题：DAABCABCDA for ten questions under 单选题."""
    paper = opened_text("题.txt", f"一、单选题\n{QUESTIONS}")
    reading, _ = read_papers([paper, opened_text("答案.txt", "单选题：DAABC ABCDA")])
    assert "".join("".join(draft.answer) for draft in reading.drafts) == "DAABCABCDA"
    assert reading.remarks == ("“一、单选题”的答案没有题号，题数与答案数相同，已按顺序对应",)
