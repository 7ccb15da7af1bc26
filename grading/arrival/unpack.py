"""Unpacking zip files that strangers filled, with the times of their entries.

Nothing is written outside the folder it belongs into, nothing beyond the limits, and what is
left out is said.
"""

import datetime
import io
import os
import re
import shutil
import stat
import unicodedata
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from coursework.archives import UNREADABLE, is_junk
from grading.course import CourseError

MEBI = 2**20
# A zip file among the files of one hand-in.
MOST_FILES_OF_ONE = 500
MOST_BYTES_OF_ONE = 100 * MEBI
# What systems and editors put beside somebody's files.
LONGEST_PART = 200  # bytes of a file's or folder's name
LONGEST_PATH = 1000


@dataclass
class Unpacker:
    """Unpacks a zip file within limits.

    `left_out`: sentences on what it did not write; `skipped`: the names of all of that.
    """

    most_bytes: int
    most_files: int
    zone: datetime.tzinfo | None = None  # of its entries' times
    left_out: list[str] = field(default_factory=list)
    skipped: list[PurePosixPath] = field(default_factory=list)

    def unpack(self, path: Path, folder: Path) -> None:
        """Unpack the zip file `path` into `folder`, zip files in it into folders."""
        with open_zip(path) as archive:
            self.take(archive, path.name)
            for info in archive.infolist():
                name = self.name_of(info, path.name)
                if name is None:
                    if not info.is_dir():
                        self.skipped.append(PurePosixPath(readable_name(info)))
                    continue
                time = time_of(info, self.zone) or path.stat().st_mtime
                try:
                    small = info.file_size <= MOST_BYTES_OF_ONE
                    if name.suffix.casefold() == ".zip" and small:
                        content = archive.read(info)
                        self.unpack_inner(content, path.name, folder, name, time)
                    else:
                        with archive.open(info) as stream:
                            self.write(stream, path.name, folder, name, time)
                except UNREADABLE as error:
                    raise CourseError(damaged(path, error, info.filename)) from error

    def unpack_inner(
        self,
        content: bytes,
        outer: str,
        folder: Path,
        name: PurePosixPath,
        time: float,
    ) -> None:
        """Unpack a zip file that was handed in, or keep it as it is where that fails."""
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                infos = [info for info in archive.infolist() if not info.is_dir()]
                if (
                    len(infos) > MOST_FILES_OF_ONE
                    or sum(info.file_size for info in infos) > MOST_BYTES_OF_ONE
                ):
                    raise ValueError(
                        f"more than {MOST_FILES_OF_ONE} files or "
                        f"{MOST_BYTES_OF_ONE // MEBI} MiB"
                    )
                files = {
                    self.name_of(info, f"{outer}: {name}"): archive.read(info)
                    for info in infos
                }
                self.take(archive, outer)
            if not any(files):
                raise ValueError("it holds no files")
        except UNREADABLE as error:
            self.left_out.append(f"{outer}: {name} was not unpacked ({error})")
            self.write(io.BytesIO(content), outer, folder, name, time)
            return
        for inner, inner_content in files.items():
            if inner is not None:
                stream = io.BytesIO(inner_content)
                self.write(stream, outer, folder, name / inner, time)

    def take(self, archive: zipfile.ZipFile, name: str) -> None:
        """Count what `archive` holds; an entry gives no more bytes than it says here."""
        infos = archive.infolist()
        self.most_bytes -= sum(info.file_size for info in infos)
        self.most_files -= len(infos)
        if self.most_bytes < 0 or self.most_files < 0:
            raise CourseError(
                f"{name} holds more than the limits allow, and nothing was collected. If it "
                "is what you expect, raise LmsExtractor.most_mib or .most_files in "
                "nbgrader_config.py."
            )

    def name_of(self, info: zipfile.ZipInfo, outer: str) -> PurePosixPath | None:
        """Where an entry belongs; None for folders, junk and what is left out."""
        name = PurePosixPath(readable_name(info))
        if is_junk(name) or info.is_dir() or not name.name:
            return None
        reason = ""
        if name.is_absolute() or ".." in name.parts:
            reason = "its path leads out of the folder"
        elif stat.S_ISLNK(info.external_attr >> 16):
            reason = "it is a link"
        elif any(part.startswith(".") for part in name.parts):
            reason = "it is hidden"
        elif is_too_long(name):
            reason = "its name is too long"
        if reason:
            self.left_out.append(
                f"{outer}: {short(str(name))} was left out, for {reason}"
            )
            return None
        return name

    def write(
        self,
        stream: IO[bytes],
        outer: str,
        folder: Path,
        name: PurePosixPath,
        time: float,
    ) -> None:
        """Write a file with its time, unless there is one of this name."""
        path = folder / name
        if name.suffix.casefold() == ".ipynb":
            path = path.with_suffix(".ipynb")  # some systems shout
        between = [*path.relative_to(folder).parents][:-1]
        if path.exists() or any((folder / parent).is_file() for parent in between):
            self.left_out.append(
                f"{outer}: {short(str(name))} was left out, for there is another file of "
                "this name"
            )
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            shutil.copyfileobj(stream, file)
        os.utime(path, (time, time))


def open_zip(path: Path) -> zipfile.ZipFile:
    """The zip file `path`, refused where it is none, is broken or has a password."""
    try:
        archive = zipfile.ZipFile(path)
    except (*UNREADABLE, OSError) as error:
        raise CourseError(damaged(path, error)) from error
    if any(info.flag_bits & 1 for info in archive.infolist()):
        archive.close()
        raise CourseError(
            f"{path.name} has a password. Unpack it, and pack its files without one."
        )
    return archive


def check(path: Path, most_bytes: int, most_files: int) -> None:
    """Read a zip file to its end; refuse it where that is not possible, or too much."""
    with open_zip(path) as archive:
        Unpacker(most_bytes, most_files).take(archive, path.name)
        try:
            bad = archive.testzip()
        except UNREADABLE as error:
            raise CourseError(damaged(path, error)) from error
    if bad:
        raise CourseError(damaged(path, "its checksum is wrong", bad))


def damaged(path: Path, error: object, entry: str = "") -> str:
    where = f" at {short(entry)}" if entry else ""
    return f"{path.name} cannot be read as a zip file{where} ({error}). Download it once more."


def names_in(path: Path) -> list[PurePosixPath]:
    """The names of the files in a zip file, without what systems put beside them.

    Where there is nothing else, with it.
    """
    with open_zip(path) as archive:
        names = [
            PurePosixPath(readable_name(info))
            for info in archive.infolist()
            if not info.is_dir()
        ]
    return [name for name in names if not is_junk(name)] or names


def readable_name(info: zipfile.ZipInfo) -> str:
    """An entry's name. Canvas writes UTF-8 and does not say so, Windows writes \\ for /."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass  # it is what it seems
    name = unicodedata.normalize("NFC", name).replace("\\", "/")
    return re.sub(r"[\x00-\x1f\x7f]", "_", name)


def is_too_long(name: PurePosixPath) -> bool:
    parts = [len(part.encode()) for part in name.parts]
    return sum(parts) > LONGEST_PATH or max(parts, default=0) > LONGEST_PART


def short(name: str) -> str:
    return name if len(name) <= 100 else f"{name[:100]}..."


def time_of(info: zipfile.ZipInfo, zone: datetime.tzinfo | None) -> float | None:
    """An entry's time, read in `zone`, for it says none. None if it has no time."""
    try:
        time = datetime.datetime(*info.date_time, tzinfo=zone)
    except ValueError:
        return None
    # What packs without a time writes the first day that a zip file knows.
    return time.timestamp() if time.year > 1980 else None
