"""Write questions as a QTI 2.1 content package: a zip of items with a manifest."""

from __future__ import annotations

import io

from lxml import etree

from desk.bundling.zip_writing import write_zip
from desk.exporting.qti_items import item_identifier, qti_item
from desk.exporting.selection import Selection

_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"


def export_qti21(selection: Selection) -> bytes:
    """The package of the settled questions of a selection; the same for the same questions."""
    files: dict[str, bytes] = {}
    names: list[tuple[str, str]] = []
    for item in selection.items:
        if item.question is not None:
            identifier = item_identifier(item)
            path = f"items/{identifier}.xml"
            files[path] = qti_item(item, item.question)
            names.append((identifier, path))
    files["imsmanifest.xml"] = _manifest(names)
    stream = io.BytesIO()
    write_zip(stream, files)
    return stream.getvalue()


def _manifest(names: list[tuple[str, str]]) -> bytes:
    root = etree.Element(f"{{{_PACKAGE}}}manifest", {"identifier": "lianxue"}, nsmap={None: _PACKAGE})  # type: ignore[dict-item]
    metadata = _add(root, "metadata")
    _add(metadata, "schema").text = "QTIv2.1 Package"
    _add(metadata, "schemaversion").text = "1.0.0"
    _add(root, "organizations")
    resources = _add(root, "resources")
    for identifier, path in names:
        resource = _add(resources, "resource")
        for key, value in (
            ("identifier", f"RES-{identifier}"),
            ("type", "imsqti_item_xmlv2p1"),
            ("href", path),
        ):
            resource.set(key, value)
        _add(resource, "file").set("href", path)
    etree.indent(root, space="  ")
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_PACKAGE}}}{name}")
