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
    assert all(draft.doubts == ("没有答案",) for reading in readings for draft in reading.drafts)
    assert len(readings[2].unsure) == 1
