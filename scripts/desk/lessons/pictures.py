"""Make pictures of a talk small enough for a page, and strip what they say about their making."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1600
MOST_BYTES = 300_000
MOST_PIXELS = 60_000_000
MOST_DECODED = 20_000_000  # what is held at once, 80 MB; a JPEG can be decoded smaller than it is
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_FEW_COLOURS = 256
_SMALLEST_SIDE = 200  # pixels: a picture that is still too large cannot be helped
# What programs write by themselves and nobody meant as a description.
_NO_ALT = re.compile(
    r"\s*(?:图片|图像|图|图形|对象|picture|image|img|photo|screenshot|截图|微信图片|文本框|object)?[\s_-]*[0-9_-]*(?:\.\w{3,4})?\s*$"
    r"|.*\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf)\s*$|[A-Za-z]:[\\/].*|\w+://.*",
    re.IGNORECASE,
)
_GENERATED = re.compile("描述已自动生成|AI 生成的内容|Description automatically generated")


class UnusablePicture(Exception):
    """A picture that no page can show; the text says why and what to do."""


def described(alt: str) -> str:
    """A description somebody wrote; "" for one that a program made up."""
    text = "" if _GENERATED.search(alt) else " ".join(alt.split())
    return "" if _NO_ALT.match(text) else text


def shrink(data: bytes) -> tuple[bytes, str]:
    """The picture at most 1600 pixels long and 300 KB, without metadata, and its suffix (png or jpg).

    Raises UnusablePicture.
    """
    picture = _opened(data)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    for attempt, suffix in _attempts(picture):
        if len(attempt) <= MOST_BYTES:
            return attempt, suffix
    raise UnusablePicture("太大，缩小以后还是超过 300 KB：请裁剪后再放进讲稿")


def _opened(data: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as source:
            width, height = source.size
            source.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded no larger than needed
            if width * height > MOST_PIXELS or source.width * source.height > MOST_DECODED:
                raise UnusablePicture(f"有 {width}×{height} 像素，太大：请缩小后再放进讲稿")
            source.load()
            upright = ImageOps.exif_transpose(source)
            has_alpha = "A" in upright.getbands() or "transparency" in upright.info
            return upright.convert("RGBA" if has_alpha else "RGB")
    except UnusablePicture:
        raise
    except UnidentifiedImageError as error:
        raise UnusablePicture("的格式网页不能显示（如 EMF、WMF）：请另存为 PNG 或截图后换上") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnusablePicture("已损坏，打不开：请换一张") from error


def _attempts(picture: Image.Image) -> Iterator[tuple[bytes, str]]:
    """Ever smaller files: exact for drawings, JPEG for photographs, then so many pixels fewer."""
    colours = picture.getcolors(_FEW_COLOURS)
    is_drawing = colours is not None or picture.mode == "RGBA"
    while True:
        if is_drawing:
            yield _png(picture if colours is None else picture.quantize(_FEW_COLOURS)), "png"
            yield _png(picture.quantize(_FEW_COLOURS, method=Image.Quantize.FASTOCTREE)), "png"
        flat = _on_white(picture)
        smallest = 0
        for quality in (85, 70):
            data = _jpeg(flat, quality)
            smallest = len(data)
            yield data, "jpg"
        if max(picture.size) < _SMALLEST_SIDE:
            return
        share = min(0.9, 0.95 * (MOST_BYTES / smallest) ** 0.5)
        width, height = (max(1, int(side * share)) for side in picture.size)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
        is_drawing = False


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _png(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()
