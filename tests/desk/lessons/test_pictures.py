"""Pictures of a talk: small, without metadata, described by somebody or asked for."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from desk.documents.model import Line, OpenedFile, Picture
from desk.lessons.blocks import Image as ImageBlock
from desk.lessons.blocks import Outline
from desk.lessons.picture_files import lesson_pictures
from desk.lessons.pictures import UnusablePicture, described, shrink


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """A picture as a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def noise(size: tuple[int, int]) -> Image.Image:
    """A picture that packs badly, the same each time."""
    sample = hashlib.shake_256(b"noise").digest(size[0] * size[1] * 3)
    return Image.frombytes("RGB", size, sample)


def test_a_photograph_becomes_a_small_jpeg() -> None:
    """However badly it packs, 1600 pixels and 300 KB are the most; the same bytes each time."""
    data = saved(noise((1700, 400)), "PNG")
    made, suffix = shrink(data)
    assert suffix == "jpg"
    assert len(made) <= 300_000
    assert max(Image.open(io.BytesIO(made)).size) <= 1600
    assert shrink(data)[0] == made


def test_a_drawing_stays_exact() -> None:
    """Few colours or a clear ground: PNG, every pixel as it was."""
    drawing = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    drawing.paste((200, 0, 0, 255), (10, 10, 30, 30))
    made, suffix = shrink(saved(drawing, "PNG"))
    assert suffix == "png"
    assert Image.open(io.BytesIO(made)).convert("RGBA").getpixel((15, 15)) == (200, 0, 0, 255)
    assert Image.open(io.BytesIO(made)).convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_a_turned_photograph_is_put_upright() -> None:
    """The camera's note on which way is up is obeyed before it is stripped."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees
    made, _suffix = shrink(saved(Image.new("RGB", (40, 20), "red"), "JPEG", exif=exif))
    assert Image.open(io.BytesIO(made)).size == (20, 40)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x01\x00\x00\x00EMF", "的格式网页不能显示（如 EMF、WMF）：请另存为 PNG 或截图后换上"),
        (saved(noise((40, 40)), "PNG")[:900], "已损坏，打不开：请换一张"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_said(data: bytes, sentence: str) -> None:
    """Drawings of Windows and broken files."""
    with pytest.raises(UnusablePicture) as error:
        shrink(data)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    ("alt", "kept"),
    [
        ("三个人在读书", "三个人在读书"),
        ("图片 3", ""),
        ("image1.png", ""),
        ("微信图片_20260301", ""),
        ("C:\\Users\\a\\b.jpg", ""),
        ("图示\n\n描述已自动生成", ""),
        ("", ""),
    ],
)
def test_only_what_a_person_wrote_is_a_description(alt: str, kept: str) -> None:
    """Names that programs give and descriptions they make up are none."""
    assert described(alt) == kept


def test_the_same_picture_is_one_file_and_a_caption_describes_it() -> None:
    """Two places, one file; the line below says what it shows; a broken one is reported."""
    data = saved(Image.new("RGB", (10, 10)), "PNG")
    pictures = (Picture(name="a", data=data), Picture(name="b", data=data), Picture(name="c", data=b"?"))
    opened = OpenedFile(name="讲稿.docx", kind="docx", blocks=(Line(text="", where=""),), pictures=pictures)
    outline = Outline(
        title="",
        blocks=(
            ImageBlock(name="a", where="第 1 段", caption="图1 流程"),
            ImageBlock(name="b", where="第 3 段"),
            ImageBlock(name="c", where="第 4 段"),
        ),
    )
    made, remarks = lesson_pictures(opened, outline, folder="docs/x", stem="04-y")
    assert {picture.path: picture.alt for picture in made.values()} == {"docs/x/04-y-1.png": "图1 流程"}
    assert [(remark.where, remark.message) for remark in remarks] == [
        ("第 4 段", "图片的格式网页不能显示（如 EMF、WMF）：请另存为 PNG 或截图后换上")
    ]
