"""Readings made by hand, as the readers of papers and sheets would hand them over."""

from __future__ import annotations

from dataclasses import replace

from desk.drafts.draft import Draft, Ignored, PaperReading, SourceLine, Unsure

FILE = "第三季度试卷.docx"
DUTIES = (  # stem, options, answer: statements of our own about a made-up code of a made-up club
    ("学习守则要求集中学习每月至少（    ）次", ("一", "二", "三", "四"), "A"),
    ("缺课的成员应当在（    ）内补学", ("三日", "七日", "十五日", "三十日"), "B"),
    ("学习记录由（    ）保管", ("本人", "小组长", "支部", "秘书"), "C"),
    ("守则自（    ）起施行", ("公布之日", "次月一日", "次年一月", "七日后"), "A"),
    ("下列哪些情形可以请假", ("出差", "生病", "下雨", "值班"), "ABD"),
    ("对补学情况应当", ("登记", "公示", "存档", "抽查"), "ACD"),
)
SAYINGS = (
    ("缺课的成员不必补学。", "错"),
    ("学习记录可以代签。", "错"),
    ("请假应当事先说明。", "对"),
    ("小组长每季度检查一次学习记录。", "对"),
)


def choice(stem: str, options: tuple[str, ...], answer: str, **more: object) -> Draft:
    """A question with lettered options."""
    labelled = tuple(zip("ABCDEFGH", options, strict=False))
    kind = "multiple_choice" if len(answer) > 1 else "single_choice"
    draft = Draft(type=kind, stem=stem, options=labelled, answer=tuple(answer))
    return replace(draft, **more)  # type: ignore[arg-type]


def saying(stem: str, answer: str, **more: object) -> Draft:
    """A statement that is 对 or 错."""
    return replace(Draft(type="true_false", stem=stem, answer=(answer,)), **more)  # type: ignore[arg-type]


def paper_of_40() -> list[Draft]:
    """Thirty choices and ten statements, each asked of another team."""
    teams = ("甲组", "乙组", "丙组", "丁组", "戊组")
    choices = [
        choice(f"{team}规定，{stem}？", tuple(f"{option}（{team}）" for option in options), answer)
        for team in teams
        for stem, options, answer in DUTIES
    ]
    sayings = [saying(f"{team}：{stem}", answer) for team in teams for stem, answer in SAYINGS]
    return [*choices, *sayings[:10]]


def placed(drafts: list[Draft], file: str = FILE) -> tuple[Draft, ...]:
    """The drafts as they stand in a document: a paragraph for the stem and one for each option."""
    paragraph = 2
    result = []
    for number, draft in enumerate(drafts, start=1):
        texts = [f"{number}. {draft.stem}", *(f"{label}. {text}" for label, text in draft.options)]
        if draft.answer:
            texts.append(f"答案：{''.join(draft.answer)}")
        lines = tuple(
            SourceLine(file=file, where=f"第 {paragraph + offset} 段", text=text)
            for offset, text in enumerate(texts, start=1)
        )
        paragraph += len(texts)
        result.append(replace(draft, number=draft.number or str(number), lines=draft.lines or lines))
    return tuple(result)


def paper(drafts: list[Draft], *, file: str = FILE, title: str = "第三季度学习测试") -> PaperReading:
    """The reading of a document that holds these drafts."""
    head = Ignored(line=SourceLine(file=file, where="第 1 段", text=title), reason="标题")
    odd = Unsure(line=SourceLine(file=file, where="第 999 段", text="（转下页）"), reason="看不出是什么")
    return PaperReading(file=file, drafts=placed(drafts, file), ignored=(head,), unsure=(odd,), title=title)
