"""Read a question bank written as Moodle XML."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from desk.documents.model import OpenedFile
from desk.drafts.draft import Draft, Ignored, PaperReading, SourceLine, Unsure
from desk.failures import DeskError
from desk.importing.records.moodle_bodies import BODIES, NotReadable
from desk.importing.records.moodle_fields import (
    child_text,
    material_and_stem,
    own_facts,
    rich_text,
)
from desk.importing.records.plain_html import has_picture, plain_text
from desk.importing.records.record import GIVEN
from desk.importing.records.words import difficulty_of, discipline_of
from lianxue.reading.patterns import lazy_pattern

_DECLARATION = lazy_pattern(r"^<\?xml[^>]*\?>")
_TAGGED = lazy_pattern(r"(?P<name>纪律|难度|依据)[:：]\s*(?P<value>.+)$")
_FULL_ID = lazy_pattern(r"[a-z0-9][a-z0-9/-]*/[a-z0-9-]+$")


def read_moodle(opened: OpenedFile) -> PaperReading:
    """The questions of a Moodle XML file. Raises DeskError where the XML is broken or no question bank."""
    root = _parse(opened)
    drafts: list[Draft] = []
    ignored: list[Ignored] = []
    unsure: list[Unsure] = []
    title = section = ""
    for number, node in enumerate(root.iterchildren("question"), start=1):
        kind = node.get("type", "")
        stem = plain_text(rich_text(node.find("questiontext")))
        name = child_text(node.find("name")) or stem
        where = f"第 {node.sourceline} 行（第 {number} 个 question）"
        line = SourceLine(file=opened.name, where=where, text=(stem or name)[:500])
        if kind == "category":
            section = child_text(node.find("category")).split("/")[-1].strip()
            title = title or section
            line = replace(line, text=child_text(node.find("category")))
            ignored.append(Ignored(line=line, reason="分类的名称"))
        elif kind == "description":
            ignored.append(Ignored(line=line, reason="说明文字，不是题目"))
        elif kind not in BODIES:
            reason = f"Moodle 的“{kind or '没有写明'}”题型没有对应的题型，没有读入"
            unsure.append(Unsure(line=line, reason=reason))
        else:
            try:
                drafts.append(_draft(node, kind, section, line))
            except NotReadable as reason:
                unsure.append(Unsure(line=line, reason=str(reason)))
    if not drafts and not unsure:
        raise DeskError(f"《{opened.name}》不是 Moodle 的题库：里面没有 question")
    return PaperReading(
        file=opened.name, drafts=tuple(drafts), ignored=tuple(ignored), unsure=tuple(unsure), title=title
    )


def _parse(opened: OpenedFile) -> etree._Element:
    text = _DECLARATION.sub("", opened.raw.lstrip("\ufeff \t\r\n"), count=1)
    lost = opened.raw.count("\n") - text.count("\n")
    if "<!DOCTYPE" in text[:2000] or "<!ENTITY" in text:
        raise DeskError(
            f"《{opened.name}》里有 DOCTYPE 或实体声明，为安全起见不读：Moodle 导出的文件里没有它们"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        line = (error.lineno or 1) + lost
        raise DeskError(
            f"《{opened.name}》第 {line} 行：XML 写法有误（{error.msg}），请重新从 Moodle 导出"
        ) from error
    if root.tag != "quiz":
        raise DeskError(f"《{opened.name}》不是 Moodle 的题库：最外层应是 quiz，写的是 {root.tag}")
    return root


def _draft(node: etree._Element, kind: str, section: str, line: SourceLine) -> Draft:
    own = own_facts(node)
    source = rich_text(node.find("questiontext"))
    material, stem = material_and_stem(source, is_own=own is not None)
    draft = BODIES[kind](node, stem, own or {})
    idnumber = child_text(node, "idnumber")
    doubts = list(draft.doubts)
    if not draft.stem:
        doubts.append("没有题干")
    if any(has_picture(text) for text in (source, *(rich_text(a) for a in node.findall("answer")))):
        doubts.append("题里有图片或影音，没有读入")
    facts = _tagged_facts(node)
    explanation = rich_text(node.find("generalfeedback"))
    return replace(
        draft,
        explanation=plain_text(_without_cites(explanation), is_own=own is not None) or draft.explanation,
        cite=tuple(facts["依据"]),
        discipline="".join(facts["纪律"][:1]),
        difficulty="".join(facts["难度"][:1]),
        tags=tuple(facts["标签"]),
        score=child_text(node, "defaultgrade"),
        waive=tuple((own or {}).get("waive", {}).items()),
        material=material,
        material_id=str((own or {}).get("material", "")),
        keeps_labels=own is not None,
        id=idnumber if _FULL_ID.match(idnumber) else "",
        number="" if _FULL_ID.match(idnumber) else idnumber,
        section=section,
        lines=(line,),
        given=(*GIVEN, "waive") if own is not None else ("explanation", "tags"),
        doubts=tuple(doubts),
    )


def _without_cites(source: str) -> str:
    return re.sub(r'<p class="lianxue-cite">.*?</p>', "", source, flags=re.DOTALL)


def _tagged_facts(node: etree._Element) -> dict[str, list[str]]:
    """纪律：… 难度：… 依据：… among the tags are facts of ours; the others stay tags."""
    facts: dict[str, list[str]] = {"纪律": [], "难度": [], "依据": [], "标签": []}
    for tag in node.findall("tags/tag"):
        text = child_text(tag)
        match = _TAGGED.match(text)
        value = match["value"] if match else ""
        if match and match["name"] == "依据":
            facts["依据"].append(value)
        elif match and (discipline_of(value) if match["name"] == "纪律" else difficulty_of(value)):
            facts[match["name"]].append(value)
        elif text:
            facts["标签"].append(text)
    return facts
