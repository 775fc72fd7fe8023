"""The properties of an Office file, and its pointers to the outside."""

from __future__ import annotations

from collections.abc import Iterator

from desk.documents.model import Aside
from desk.documents.packages import Package, text_of

_NAMES = {
    "title": "标题", "subject": "主题", "creator": "作者", "keywords": "标记", "description": "备注",
    "lastModifiedBy": "上次修改者", "category": "类别", "contentStatus": "内容状态", "Company": "公司",
    "Manager": "经理", "HyperlinkBase": "超链接基础",
}  # fmt: skip
_OF_PROGRAMS = frozenset(["KSOProductBuildVer", "ICV", "AppVersion", "DocSecurity", "KSOReadingLayout"])
_PARTS = ("docProps/core.xml", "docProps/app.xml")


def property_asides(package: Package) -> Iterator[Aside]:
    """Title, author, company and the like, where they say anything."""
    for part in _PARTS:
        root = package.tree(part)
        for item in root if root is not None else ():
            name = _NAMES.get(str(item.tag).rpartition("}")[2])
            text = text_of(item)
            if name and text:
                yield Aside(where=f"文件属性“{name}”", text=text)
    root = package.tree("docProps/custom.xml")
    for item in root if root is not None else ():
        text = text_of(item)
        # WPS keeps its version and a number of the file here, Excel its settings.
        if text and item.get("name") not in _OF_PROGRAMS and item.find("{*}bool") is None:
            yield Aside(where=f"文件属性“{item.get('name', '')}”", text=text)


def external_remarks(package: Package) -> Iterator[str]:
    """What the file would fetch from elsewhere; plain links to web pages are no matter."""
    templates = links = 0
    for part in package.names:
        if not part.endswith(".rels"):
            continue
        folder, base = part.split("_rels/", 1) if "_rels/" in part else ("", part)
        for relation in package.relations(folder + base.removesuffix(".rels")).values():
            if relation.is_external and relation.type == "attachedTemplate":
                templates += 1
            elif relation.is_external and relation.type not in ("hyperlink", "image"):
                links += 1
    if templates:
        yield "文件连着外面的模板，没有去取"
    if links or any("/externalLinks/" in part for part in package.names):
        yield "文件里有指向外面文件的链接，没有去取"
    if any("/embeddings/" in part for part in package.names):
        yield "文件里嵌着别的文件，没有打开"
