"""Read an opened question paper: every candidate reading is weighed, the best one told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desk.documents.model import OpenedFile
from desk.drafts.draft import Draft, Ignored, PaperReading, Unsure
from desk.importing.papers.body import NO_ANSWER
from desk.importing.papers.drafting import Context, make_draft
from desk.importing.papers.errata import read_errata
from desk.importing.papers.glued import unglued
from desk.importing.papers.habits import explain_letters, is_lettered, trust_brackets
from desk.importing.papers.headings import TYPE_WORDS, Heading
from desk.importing.papers.items import Outline
from desk.importing.papers.key_matching import match_keys
from desk.importing.papers.lines import PaperLine, paper_lines
from desk.importing.papers.marks import read_marks
from desk.importing.papers.pairing import is_key_file, match_files
from desk.importing.papers.pieces import Token
from desk.importing.papers.pipes import is_of_pipes, read_pipes
from desk.importing.papers.planning import plans, weigh
from desk.importing.papers.sifting import sift
from desk.importing.papers.tables import put_back, read_tables
from desk.importing.papers.tokens import tokenise
from desk.importing.papers.walking import walk_through
from lianxue.content.safety import without_exam_marks
from lianxue.reading.patterns import lazy_pattern

_NAME_TYPE = lazy_pattern(
    "|".join(
        sorted((word for word, kind in TYPE_WORDS.items() if kind and len(word) > 1), key=len, reverse=True)
    )
)


def read_paper(opened: OpenedFile) -> PaperReading:
    """One file of text and tables as drafts, with an account of every line that is not blank."""
    return read_papers([opened])[0]


def read_papers(
    opened_files: Sequence[OpenedFile], begin: Callable[[str], None] = lambda _name: None
) -> tuple[PaperReading, ...]:
    """Several files, each as `read_paper`; a file that is nothing but a key goes to its questions.

    The reading of such a key file has no drafts: the lines used are in the drafts of the questions.
    `begin` is told the name of each file before its lines are cut, and before its questions are read.
    """
    tables, lines = [], {}
    for position, opened in enumerate(opened_files):
        begin(opened.name)
        tables.append(read_tables(opened))
        lines[position] = unglued(paper_lines(opened, tables[position]))
    keys = [
        position
        for position, opened in enumerate(opened_files)
        if len(opened_files) > 1 and is_key_file(opened.name, lines[position])
    ]
    questions = [position for position in lines if position not in keys and lines[position]]
    pairs = match_files(
        [opened_files[position].name for position in questions],
        [opened_files[position].name for position in keys],
        {
            opened_files[position].name: " ".join(line.text[:60] for line in lines[position][:2])
            for position in (*questions, *keys)
        },
    )
    readings: dict[int, PaperReading] = {}
    for position in questions:
        begin(opened_files[position].name)
        own_keys = [key for key in keys if pairs.get(opened_files[key].name) == opened_files[position].name]
        reading = _read(
            opened_files[position], lines[position], [line for key in own_keys for line in lines[key]]
        )
        readings[position] = _of_file(reading, opened_files[position].name)
        for key in own_keys:
            readings[key] = _of_file(reading, opened_files[key].name, opened_files[position].name)
    for position, opened in enumerate(opened_files):
        if position not in readings:
            readings[position] = _read(opened, lines[position], [])
    return tuple(
        put_back(opened, readings[position], tables[position]) for position, opened in enumerate(opened_files)
    )


def _of_file(reading: PaperReading, name: str, questions: str = "") -> PaperReading:
    """The part of a reading that is about one of its files."""
    return PaperReading(
        file=name,
        drafts=() if questions else reading.drafts,
        ignored=tuple(ignored for ignored in reading.ignored if ignored.line.file == name),
        unsure=tuple(unsure for unsure in reading.unsure if unsure.line.file == name),
        remarks=(f"这份答案已配到《{questions}》的题目上",) if questions else reading.remarks,
        title="" if questions else reading.title,
    )


def _read(opened: OpenedFile, lines: Sequence[PaperLine], key_lines: Sequence[PaperLine]) -> PaperReading:
    name = opened.name
    if is_of_pipes(lines) and not key_lines:
        return read_pipes(name, lines)
    tokens = tokenise(lines)
    if key_lines:
        tokens += _key_tokens(key_lines, len(lines))
        lines = [*lines, *key_lines]
    weigh(tokens)
    candidates = []
    for plan in plans(tokens):
        outline = walk_through(tokens, lines, plan)
        remarks = match_keys(outline)
        sift(outline, lines)
        drafts = _drafts(outline, lines, name, remarks)
        candidates.append((_score(drafts, outline), outline, drafts, remarks))
    _, outline, drafts, remarks = max(candidates, key=lambda candidate: candidate[0])
    return _report(name, lines, outline, drafts, remarks)


def _key_tokens(lines: Sequence[PaperLine], offset: int) -> list[Token]:
    """The tokens of a key file, behind a heading that says so."""
    heading = Token(
        kind="heading",
        line=offset,
        start=0,
        text_start=0,
        end=0,
        text="",
        folded="",
        heading=Heading(kind="key", is_typed=False, title="答案"),
    )
    tokens = tokenise(lines)
    for token in tokens:
        token.line += offset
    heading.reason = "other file"
    return [heading, *tokens]


def _drafts(outline: Outline, lines: Sequence[PaperLine], name: str, remarks: list[str]) -> tuple[Draft, ...]:
    items = outline.items
    marks = read_marks(items, lines)
    if marks.remark:
        remarks.append(marks.remark)
    context = Context(
        lines=lines,
        file_type=_file_type(name, outline),
        marked=marks.letters,
        mark_name=marks.name,
        has_letters=any(item.options for item in items),
    )
    drafts = [make_draft(item, position, context) for position, item in enumerate(items)]
    lettered = [position for position, draft in enumerate(drafts) if is_lettered(draft)]
    if lettered:
        explain_letters(items, lines)
        for position in lettered:
            drafts[position] = make_draft(items[position], position, context)
    stems = {line for item in items for line, _, _ in item.stem_pieces}
    if errata := read_errata(lines, stems):
        for position, (item, draft) in enumerate(zip(items, drafts, strict=True)):
            if doubt := errata.get(item.value):
                drafts[position] = replace(draft, doubts=(*draft.doubts, doubt))
    return trust_brackets(items, drafts, remarks)


def _file_type(name: str, outline: Outline) -> str:
    """The one type a file's name or title speaks of; "" where it names none or several."""
    words = _NAME_TYPE.findall(name.rsplit(".", 1)[0]) or _NAME_TYPE.findall(outline.title)
    kinds = {TYPE_WORDS[word] for word in words}
    return kinds.pop() if len(kinds) == 1 else ""


def _score(drafts: Sequence[Draft], outline: Outline) -> float:
    good = sum(not draft.doubts for draft in drafts)
    keyless = sum(draft.doubts == ("没有答案",) for draft in drafts)
    return 3.0 * good + 1.5 * keyless - 1.5 * (len(drafts) - good - keyless) - 1.0 * len(outline.unsure)


def _report(
    name: str, lines: Sequence[PaperLine], outline: Outline, drafts: tuple[Draft, ...], remarks: list[str]
) -> PaperReading:
    # the pieces of a line that was cut have one source
    used = {id(lines[line].source) for item in outline.items for line in item.lines}
    ignored = tuple(
        Ignored(line=lines[line].source, reason=reason)
        for line, reason in sorted(outline.ignored.items())
        if id(lines[line].source) not in used
    )
    unsure = tuple(
        Unsure(line=lines[line].source, reason=reason)
        for line, reason in sorted(outline.unsure.items())
        if id(lines[line].source) not in used and line not in outline.ignored
    )
    title = without_exam_marks(outline.title).strip()
    if outline.exam_marks or title != outline.title:
        remarks.append("试卷上印有“启用前”一类的密级字样，已去掉；题目真的涉密时不要导入")
    if not drafts and lines:
        remarks.append("没有找到题目")
    lettered = sum(map(is_lettered, drafts))
    if lettered > 1:
        remarks.append(f"有 {lettered} 道判断题的答案写的是字母，文件没有写明 A 是对还是错，都待确认")
    if drafts and all(NO_ANSWER in draft.doubts for draft in drafts):
        remarks.append("这份试卷没有答案：每道题都待确认")
    return PaperReading(
        file=name, drafts=drafts, ignored=ignored, unsure=unsure, remarks=tuple(remarks), title=title
    )
