"""Small PNGs of a terminal, of the pages of a document and of a browser."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageOps

PAPER = (244, 243, 239)
PROMPT = r"D:\廉学> py scripts\portal.py "
# What somebody typed stands at the end of a line, after the question's colon.
_TYPED = re.compile(r"^((?:输入|写入|把这|按).*(?:：|: ))(\w)$", re.MULTILINE)
_TERMINAL = """\
<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
  body {{ margin: 0; }}
  main {{ background: #fbfaf7; color: #24292f; border-left: 4px solid #9b1c1c; padding: 14px 18px;
         font: 17px/1.55 "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap;
         overflow-wrap: anywhere; }}
  b {{ color: #9b1c1c; white-space: normal; }}
  b span {{ white-space: nowrap; }}
  i {{ font-style: normal; color: #57606a; }}
  u {{ text-decoration: none; font-weight: bold; background: #fbe3a4; padding: 0 6px; }}
</style><main><i>{prompt}</i><b>{command}</b>
{text}</main></html>
"""


def terminal_page(command: str, text: str) -> str:
    """The page that looks like a terminal in which `command` was run and showed `text`."""
    shown = _TYPED.sub(r"\1<u>\2</u>", html.escape(text, quote=False))
    shown = "\n".join("<i>……</i>" if line == "……" else line for line in shown.split("\n"))
    words = " ".join(f"<span>{html.escape(word, quote=False)}</span>" for word in command.split())
    return _TERMINAL.format(prompt=html.escape(PROMPT), command=words, text=shown)


def pages_of(file: Path, *, dpi: int) -> list[Image.Image]:
    """The pages of a Word or Excel file as LibreOffice lays them out."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(file, Path(folder) / f"one{file.suffix}")
        office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        convert = [*office, "--convert-to", "pdf", "--outdir", folder, str(copy)]
        subprocess.run(convert, check=True, capture_output=True)
        draw = ["pdftoppm", "-r", str(dpi), "-png", f"{folder}/one.pdf", f"{folder}/page"]
        subprocess.run(draw, check=True, capture_output=True)
        return [Image.open(io.BytesIO(page.read_bytes())) for page in sorted(Path(folder).glob("page*.png"))]


def crop(
    picture: Image.Image, *, left: float = 0, top: float = 0, right: float = 1, bottom: float = 1
) -> Image.Image:
    """The part between these shares of its width and height."""
    width, height = picture.size
    return picture.crop((int(left * width), int(top * height), int(right * width), int(bottom * height)))


def below(pictures: Sequence[Image.Image], *, gap: int = 14) -> Image.Image:
    """Parts of one sheet, one below the other."""
    turned = [picture.convert("RGB").transpose(Image.Transpose.ROTATE_90) for picture in pictures]
    return beside(turned, gap=gap).transpose(Image.Transpose.ROTATE_270)


def beside(pictures: Sequence[Image.Image], *, gap: int = 14) -> Image.Image:
    """Sheets of paper side by side on a desk."""
    sheets = [ImageOps.expand(picture.convert("RGB"), 1, (200, 198, 190)) for picture in pictures]
    width = sum(sheet.width for sheet in sheets) + gap * (len(sheets) + 1)
    height = max(sheet.height for sheet in sheets) + 2 * gap
    desk = Image.new("RGB", (width, height), PAPER)
    x = gap
    for sheet in sheets:
        desk.paste(sheet, (x, gap))
        x += sheet.width + gap
    return desk


def save(picture: Image.Image | bytes, file: Path, *, colours: int) -> None:
    """Write a PNG of at most so many colours."""
    opened = picture if isinstance(picture, Image.Image) else Image.open(io.BytesIO(picture))
    small = opened.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    small.save(file, optimize=True)
