"""A downloaded zip file without the files of some authors."""

import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from coursework.archives import is_junk
from grading.arrival import unpack
from grading.arrival.lms import Author, Layout, author_at, layout_of


def authors_in(path: Path, system: str = "") -> set[Author]:
    """The authors whose files a zip file holds."""
    with unpack.open_zip(path) as archive:
        return {one for _, some in named_entries(archive, system) for one in some}


def write_without(
    path: Path, to: Path, is_left_out: Callable[[Author], bool], system: str = ""
) -> None:
    """Write the zip file `path` to `to` without the files of those who are left out.

    The same entries always give the same bytes, so that equal downloads stay equal.
    """
    with (
        unpack.open_zip(path) as archive,
        zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for info, authors in named_entries(archive, system):
            if any(map(is_left_out, authors)):
                continue
            name = unpack.readable_name(info)
            entry = zipfile.ZipInfo(name, info.date_time)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.file_size = info.external_attr, info.file_size
            with archive.open(info) as stream, made.open(entry, "w") as file:
                shutil.copyfileobj(stream, file)
    times = path.stat()
    os.utime(to, (times.st_atime, times.st_mtime))


def named_entries(
    archive: zipfile.ZipFile, system: str
) -> list[tuple[zipfile.ZipInfo, list[Author]]]:
    """The entries of a zip file, each with those whom its name says it is of."""
    entries = [
        (info, PurePosixPath(unpack.readable_name(info))) for info in archive.infolist()
    ]
    files = [name for info, name in entries if not info.is_dir()]
    layout = layout_of([one for one in files if not is_junk(one)] or files, system)
    return [(info, authors_of(name, layout)) for info, name in entries]


def authors_of(name: PurePosixPath, layout: Layout | None) -> list[Author]:
    """Whom the name of an entry names; what systems put beside files, at any depth."""
    if not layout:
        return []
    depths = range(len(name.parts)) if is_junk(name) else [layout.depth]
    found = [author_at(name, depth, layout.system) for depth in depths]
    return [author for author in found if author]
