"""Adding a newer handout to the folder in which a student already works.

Only what is the course's own by its name is replaced; everything else is the student's.
"""

import json
import os
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursework import due
from coursework.archives import UNREADABLE, is_junk
from coursework.handout import RELEASED, START, Handout, HandoutError
from coursework.whole_file import whole

# What the course replaces, in folders and at the top (without notebooks of exercises).
FOLDERS = (RELEASED, "wheels", "site")
FILES = ("README.md", "LICENSE", "LICENSE-texts", "nbgrader_config.py", START)
ENDINGS = (".txt",)  # requirements and constraints
DUE = PurePosixPath(RELEASED, due.FILE)


@dataclass(frozen=True)
class Update:
    """What came with a newer handout. `kept` notebooks stayed as the student has them.

    `start` is where the student's own Start.ipynb is now, "" if it was the course's. `dates`:
    do exercises that were here have another due date?
    """

    added: list[str]
    kept: list[str]
    install_again: bool
    start: str = ""
    dates: bool = False


def update(handout: Handout, path: Path) -> Update:
    """Lay the files of `path`, a zip file or unpacked, into the handout's folder.

    No notebook or file of the student's is ever replaced, and nothing is changed if not
    all can be done.
    """
    before, dates = handout.exercises, due.read_due(handout.root)
    installed = read_or_none(handout.root / "requirements.txt")
    files = read_handout(handout, path)
    kept, new = [], {}
    for name, content in files.items():
        place = handout.root / name
        if not is_the_courses(name) and os.path.lexists(place):
            kept += [name.parts[0]] if name.suffix.casefold() == ".ipynb" else []
        else:
            refuse_what_is_in_the_way(handout.root, name)
            new[name] = content
    if DUE in new:
        new[DUE] = with_earlier_dates(handout.root, new[DUE])
    try:
        start = keep_start(handout.root, new.get(PurePosixPath(START)))
        for name, content in new.items():
            write(handout.root / name, content)
    except OSError as error:
        raise HandoutError(
            f"{error.filename or handout.root} cannot be written ({error.strerror}). Your "
            "notebooks are as they were. Make room or mend the folder's rights, then run "
            "this again."
        ) from error
    now = due.read_due(handout.root)
    return Update(
        [name for name in handout.exercises if name not in before],
        kept,
        read_or_none(handout.root / "requirements.txt") != installed,
        start,
        any(dates.get(name) != now.get(name) for name in before),
    )


def with_earlier_dates(root: Path, newer: bytes) -> bytes:
    """The newer due dates, and those of exercises that the newer handout leaves out."""
    earlier = read_or_none(root / DUE) or b""
    return due.as_file({**due.read(earlier), **due.read(newer)})


def is_the_courses(name: PurePosixPath) -> bool:
    """May the course replace what is there?"""
    first, *more = (part.casefold() for part in name.parts)
    if name.suffix.casefold() == ".ipynb":
        return first == (RELEASED if more else START.casefold())
    if more:
        return first in FOLDERS
    is_known = first in (known.casefold() for known in FILES)
    return is_known or PurePosixPath(first).suffix in ENDINGS


def refuse_what_is_in_the_way(root: Path, name: PurePosixPath) -> None:
    """Refuse to write where a folder or link of the student's is, or a file for a folder."""
    place = root / name
    wrong = [p for p in (place, *place.parents) if p.is_relative_to(root) and p != root]
    for path in wrong:
        is_folder = path != place
        if path.is_symlink() and is_folder:
            what = "a link, which may lead to your own files"
        elif os.path.lexists(path) and path.is_dir() != is_folder:
            what = "a folder" if path.is_dir() else "a file"
        else:
            continue
        raise HandoutError(
            f"Nothing was changed: {path.relative_to(root)} is {what}, and the new handout "
            f"needs a {'folder' if is_folder else 'file'} there. Move it elsewhere, then run "
            "this again."
        )


def keep_start(root: Path, newer: bytes | None) -> str:
    """Keep the start page beside the new one if a student has written in it; where."""
    path = root / START
    there = read_or_none(path) if path.is_file() else None
    if newer is None or there is None or lines_of(there) <= lines_of(newer):
        return ""
    number, kept = 1, root / "Start (yours).ipynb"
    while os.path.lexists(kept):
        number += 1
        kept = root / f"Start (yours {number}).ipynb"
    write(kept, there)
    return kept.name


def lines_of(notebook: bytes) -> set[str]:
    """The lines in a notebook's cells; all as one line where it cannot be read."""
    try:
        cells = json.loads(notebook)["cells"]
        sources = ["".join(cell["source"]) for cell in cells]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {notebook.decode("utf-8", "replace")}
    return {line.strip() for source in sources for line in source.splitlines()}


def write(place: Path, content: bytes) -> None:
    """Write a file, all of it or nothing; a link is replaced, not what it leads to."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with whole(place) as half:
        half.write_bytes(content)


def read_handout(handout: Handout, path: Path) -> dict[PurePosixPath, bytes]:
    """The files of a handout, a zip file or a folder, by their names in the course's folder."""
    if path.is_dir() and path.resolve() == handout.root:
        raise HandoutError(
            f"{path} is the folder to be updated. Name the newer zip file, or the folder that "
            "was unpacked from it."
        )
    files = read_folder(handout, path) if path.is_dir() else read_zip(path)
    tops = {
        name.parts[: name.parts.index(RELEASED)] for name in files if is_released(name)
    }
    top = min(tops, key=len, default=None)
    if top is None or sum(len(one) == len(top) for one in tops) > 1:
        raise HandoutError(
            f"{path} is no zip file of this course, or its hidden folder {RELEASED} is "
            "missing: take dp-course-student.zip, or the folder dp-course that was unpacked "
            "from it."
        )
    return {
        PurePosixPath(*name.parts[len(top) :]): content
        for name, content in files.items()
        if name.parts[: len(top)] == top and len(name.parts) > len(top)
    }


def is_released(name: PurePosixPath) -> bool:
    """Is it the course's own copy of a notebook?"""
    return name.suffix == ".ipynb" and RELEASED in name.parts[-2:-1]


def read_folder(handout: Handout, folder: Path) -> dict[PurePosixPath, bytes]:
    """The files of an unpacked handout, at most a folder around it; no links are followed."""
    found: dict[PurePosixPath, bytes] = {}
    inside = [folder, *(child for child in folder.iterdir() if child.is_dir())]
    top = next((one for one in inside if is_handout(one, handout.root)), None)
    if top is None:
        return found
    try:
        for path in sorted(top.rglob("*")):
            name = PurePosixPath(path.relative_to(top).as_posix())
            if path.is_file() and not is_junk(name) and not path.is_symlink():
                found[name] = path.read_bytes()
    except OSError as error:
        raise HandoutError(
            f"{error.filename} cannot be read ({error.strerror})."
        ) from None
    return found


def is_handout(folder: Path, root: Path) -> bool:
    return (folder / RELEASED).is_dir() and folder.resolve() != root


def read_zip(path: Path) -> dict[PurePosixPath, bytes]:
    """The files of a zip file by their names; refused whole if one leads elsewhere."""
    files = {}
    try:
        with zipfile.ZipFile(path) as made:
            for info in made.infolist():
                name = PurePosixPath(info.filename.replace("\\", "/"))
                if info.is_dir() or is_junk(name) or not name.parts:
                    continue
                is_link = stat.S_ISLNK(info.external_attr >> 16)
                leads_out = name.is_absolute() or {"..", ""} & set(name.parts)
                if is_link or leads_out or ":" in name.parts[0]:
                    raise HandoutError(
                        f"{path} is no zip file of this course: {info.filename[:100]!r} "
                        "leads out of the folder. Nothing was changed."
                    )
                files[name] = made.read(info)
    except (*UNREADABLE, OSError) as error:
        raise HandoutError(
            f"{path} cannot be read as a zip file ({error}). Download it once more."
        ) from error
    return files


def read_or_none(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
