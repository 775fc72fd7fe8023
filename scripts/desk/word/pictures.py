"""Put a picture into a Word file or a page, no larger than the paper."""

from __future__ import annotations

import base64
import io
from pathlib import Path

from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.run import Run
from PIL import Image

from desk.word.text import clean_text

MAX_HEIGHT = 180.0  # mm
_EDGE = 4.0  # mm that stay free, else LibreOffice moves a full picture aside
_MM = 25.4 / 96  # of a pixel on screen
# Formats that Word and every browser show as they are.
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif"}


def add_picture(run: Run, file: Path, description: str, line_width: float) -> bool:
    """Put the picture in, at most `line_width` mm wide; False where the file is no picture for print."""
    data = _read(file)
    if data is None:
        return False
    _kind, content, (width, height) = data
    scale = min(1.0, (line_width - _EDGE) / (width * _MM), MAX_HEIGHT / (height * _MM))
    shape = run.add_picture(io.BytesIO(content), width=Mm(width * _MM * scale))
    properties = shape._inline.find(qn("wp:docPr"))
    assert properties is not None  # the library writes one
    properties.set("descr", clean_text(description))
    properties.set("name", f"图片 {properties.get('id')}")
    return True


def data_address(file: Path) -> str:
    """The picture as an address that holds it; "" where the file is none."""
    data = _read(file)
    if data is None:
        return ""
    kind, content, _size = data
    return f"data:{_TYPES[kind]};base64,{base64.b64encode(content).decode()}"


def _read(file: Path) -> tuple[str, bytes, tuple[int, int]] | None:
    """Format, bytes and size in pixels; other formats that Pillow knows become PNG."""
    try:
        content = file.read_bytes()
        with Image.open(io.BytesIO(content)) as picture:
            if not picture.width or not picture.height:
                return None
            if picture.format in _TYPES:
                picture.verify()
                return str(picture.format), content, picture.size
            written = io.BytesIO()
            picture.convert("RGBA").save(written, "PNG")
            return "PNG", written.getvalue(), picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
