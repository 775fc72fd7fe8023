"""The pictures of a talk as files of the site."""

from __future__ import annotations

from desk.documents.model import OpenedFile
from desk.lessons.blocks import Image, Outline
from desk.lessons.pictures import UnusablePicture, described, shrink
from desk.lessons.plan import LessonPicture, Remark


def lesson_pictures(
    opened: OpenedFile, outline: Outline, *, folder: str, stem: str
) -> tuple[dict[str, LessonPicture], tuple[Remark, ...]]:
    """Pictures by their name in the source, numbered as they come, and what cannot be shown.

    A description is what the file says, else the line below the picture.
    """
    sources = {picture.name: picture for picture in opened.pictures}
    made: dict[str, LessonPicture] = {}
    remarks: list[Remark] = []
    same: dict[bytes, LessonPicture] = {}
    for image in (block for block in outline.blocks if isinstance(block, Image)):
        source = sources.get(image.name)
        if image.name in made or source is None:
            continue
        if source.data in same:
            made[image.name] = same[source.data]
            continue
        try:
            data, suffix = shrink(source.data)
        except UnusablePicture as error:
            remarks.append(Remark(where=image.where, text="图片", message=f"图片{error}"))
            continue
        name = f"{stem}-{len(same) + 1}.{suffix}"
        alt = described(source.alt) or image.caption
        picture = LessonPicture(
            path=f"{folder}/{name}", name=name, data=data, alt=" ".join(alt.split()), where=image.where
        )
        made[image.name] = same[source.data] = picture
    return made, tuple(remarks)
