"""The bytes of a Word file, the same for the same content on every machine."""

from __future__ import annotations

import datetime
import io
import zipfile

from docx.document import Document

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold
_UNIX = 3
# Core properties need a day; the same as a site built without a clock.
_DAY = datetime.datetime(2026, 1, 1)


def docx_bytes(document: Document) -> bytes:
    """The finished file. Nothing of the clock, the machine or the person is in it."""
    properties = document.core_properties
    properties.created = properties.modified = _DAY
    properties.last_modified_by = ""
    properties.revision = 1
    written = io.BytesIO()
    document.save(written)
    return stored(written.getvalue())


def stored(data: bytes) -> bytes:
    """An Office file with its parts stored as they are: packed, they differ from one zlib to another."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(result, "w") as archive:
        for name in sorted(parts.namelist()):  # [Content_Types].xml comes first, as readers like it
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = _UNIX
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, parts.read(name), zipfile.ZIP_STORED)
    return result.getvalue()
