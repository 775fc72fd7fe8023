"""Start an empty portal of one's own unit: its name, colour and footer, a register, a first lesson."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from desk.failures import DeskError
from desk.lessons.front_matter import front_matter
from desk.publishing.new import filled
from desk.publishing.new_site_code import RECORD, read_version, read_whole_code, record_text, write_into
from lianxue.content.catalog import load_catalog
from lianxue.content.synonyms import SYNONYMS
from lianxue.reading.spelling import is_plain_id
from lianxue.rendering.colours import colour_fault, hex_of, parse_colour

_LONGEST_NAME = 14
_QUOTED = r"\s*(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*')\s*?"  # a value in which # is no comment
# What any unit studies by: the register, the words, how to use the site. Lessons and quizzes are its own.
_SHARED = ("regulations", "help", "glossary.md", "synonyms.yml", "wording.yml")
_PAGES = {
    "docs/index.md": "---\ntitle: 首页\ntemplate: home.html\n---\n",
    "docs/lessons/index.md": (
        "---\ntitle: 每月一法规\ntemplate: lessons.html\n---\n\n"
        "一个月读一部法规：先看一分钟要点，再逐条学，最后做自测。\n"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChoice:
    """What a unit says of its site; only the name is needed."""

    name: str
    organisation: str = ""
    sponsor: str = ""
    phone: str = ""
    record_number: str = ""
    colour: str = ""  # #1f4e79
    site_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReport:
    """The site that was started."""

    folder: Path
    site_id: str
    version: str
    file_count: int
    lesson: str  # the path of the first lesson


def start_site(source: Path, folder: Path, choice: SiteChoice, *, today: date) -> SiteReport:
    """Make a site in `folder` on the program of `source`; the folder appears whole or not at all.

    Raises DeskError (a folder that holds something, a colour nobody can read, a bad id) and OSError.
    """
    source, folder = source.resolve(), folder.resolve()
    _check_folder(source, folder)
    _check_name(choice.name)
    if choice.colour and (fault := colour_fault(choice.colour)):
        raise DeskError(fault)
    site_id = choice.site_id or suggested_id(choice.name)
    if not is_plain_id(site_id):
        raise DeskError(f"网站编号“{site_id}”写法不对：请用小写英文字母、数字和连字符，如 county-office")
    code, version = read_whole_code(source), read_version(source)
    lesson = f"docs/lessons/{today.year}/{today.month:02}-welcome.md"
    content = {
        **{path: text.encode() for path, text in _PAGES.items()},
        **dict(_shared_content(source)),
        lesson: _welcome(today).encode(),
        "mkdocs.yml": _settings(source, choice, site_id, today).encode(),
        RECORD: record_text(version, code).encode(),
    }
    new = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(new, ignore_errors=True)  # of a run that was stopped
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        for path, data in {**code, **content}.items():
            write_into(new, path, data)
        (new / "quizzes" / "presets").mkdir(parents=True)
        _drop_idle_synonyms(new)
        if folder.exists():
            folder.rmdir()  # it is empty
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return SiteReport(
        folder=folder,
        site_id=site_id,
        version=version,
        file_count=len(code) + len(content),
        lesson=lesson,
    )


def suggested_id(name: str) -> str:
    """The first letters of a name's sounds (某县财政局 → mxczj); "site" where it has none."""
    letters = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="default")).lower()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-") or "site"


def _check_folder(source: Path, folder: Path) -> None:
    if folder == source or folder.is_relative_to(source) or source.is_relative_to(folder):
        raise DeskError(f"{folder} 与这份廉学重叠：请把新网站放到它外面的文件夹")
    if folder.exists() and not folder.is_dir():
        raise DeskError(f"{folder} 是文件，不是文件夹：请另选一个文件夹")
    if folder.is_dir() and any(folder.iterdir()):
        if (folder / RECORD).is_file():
            raise DeskError(f"{folder} 里已经有一个网站，没有动它：要换成新版程序，请加 --update")
        raise DeskError(f"{folder} 里有文件，没有动它：请另选一个空文件夹")


def _check_name(name: str) -> None:
    if not name.strip():
        raise DeskError("要写网站的名称：--name 某县纪律学习园地")
    if len(name) > _LONGEST_NAME:
        raise DeskError(
            f"网站的名称有 {len(name)} 个字，标题栏放不下：最多 {_LONGEST_NAME} 个字，单位名称请写在 --organisation"
        )


def _shared_content(source: Path) -> Iterator[tuple[str, bytes]]:
    for name in _SHARED:
        start = source / "docs" / name
        for file in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
                yield file.relative_to(source).as_posix(), file.read_bytes()


def _drop_idle_synonyms(root: Path) -> None:
    """Leave out the synonyms whose words only the other site's lessons had."""
    idle = {problem.line for problem in load_catalog(root).problems if problem.rule == "unused-synonym"}
    if idle:
        lines = (root / SYNONYMS).read_text(encoding="utf-8").split("\n")
        kept = [line for number, line in enumerate(lines, start=1) if number not in idle]
        write_into(root, SYNONYMS, "\n".join(kept).encode())


def _welcome(today: date) -> str:
    facts = front_matter(
        {
            "title": "第一课：怎样用好学习园地",
            "month": f"{today.year}-{today.month:02}",
            "regulation": "party-constitution",
            "audience": ("党员",),
            "minutes": 5,
            "summary": "每月学一部法规：先读课文，再对照条文，最后做自测。",
            "source": "《中国共产党章程》（2022年10月22日通过）",
        }
    )
    return filled("welcome.md", {"facts": facts})


def _settings(source: Path, choice: SiteChoice, site_id: str, today: date) -> str:
    """The program's own mkdocs.yml with the unit's facts; comments and everything else stay."""
    text = (source / "mkdocs.yml").read_text(encoding="utf-8")
    colour = parse_colour(choice.colour) if choice.colour else None
    text = _set_fields(
        text,
        "",
        {
            "site_name": choice.name.strip(),
            "site_description": "党纪法规学习园地：每月一法规，读课文、做自测。",
            "site_url": "",
        },
    )
    organisation = choice.organisation.strip()
    return _set_fields(
        text,
        "    ",
        {
            "site_id": site_id,
            "organisation": organisation,
            "sponsor": choice.sponsor.strip() or organisation,
            "phone": choice.phone.strip(),
            "record_number": choice.record_number.strip(),
            "updated_on": str(today),
            "sign_off_from": "",
            "colour": hex_of(colour) if colour else "",
        },
    )


def _set_fields(text: str, indent: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        line = f"{indent}{name}: {json.dumps(value, ensure_ascii=False)}"
        pattern = re.compile(
            rf"^{indent}{name}:(?:{_QUOTED}|[^#\n]*?)(?P<comment>[^\S\n]+#.*)?$", re.MULTILINE
        )
        match = pattern.search(text)
        if match:
            text = text[: match.start()] + line + (match["comment"] or "") + text[match.end() :]
        elif value:
            text = text.replace("    site_id:", f"{line}\n    site_id:", 1)
    return text
