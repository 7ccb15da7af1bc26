"""The files of a submission as they get their places in ``submitted/``."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursework.notebook_file import read_cells
from grading.arrival.lms import Named
from grading.course import Course
from grading.submission.which_notebook import (
    Candidate,
    Worth,
    best_of,
    candidates,
    copy_number,
    listed,
    newest,
    no_notebook,
    shown,
    state_of,
)
from grading.times import STAMP

# What may be a version of the exercise's notebook; the others are notebooks beside it.
VERSIONS = (
    *(Worth.UNTOUCHED, Worth.BROKEN_OF_THIS_NAME, Worth.TOUCHED, Worth.WRITTEN),
)


@dataclass(frozen=True)
class File:
    """A file as it was unpacked, and what its name says."""

    path: Path
    named: Named

    @property
    def time(self) -> float:
        return self.path.stat().st_mtime

    @property
    def name(self) -> PurePosixPath:
        return self.named.file


def arrange(
    course: Course, exercise: str, files: list[File]
) -> tuple[dict[PurePosixPath, File], list[str]]:
    """The files of a submission by their paths in ``submitted/``, and remarks.

    Of several versions of the notebook the newest in which somebody wrote counts, and the
    others are left out. What lies beside it keeps its place beside it.
    """
    by_path = {file.path: file for file in files}
    found = candidates(
        course, exercise, [(f.path, f.name, f.named.attachment) for f in files]
    )
    if not found:
        remarks = [no_notebook(file.name for file in files)]
        return place_beside({}, remarks, files, PurePosixPath())
    best = best_of(found)
    chosen = newest(best)
    versions = [one for one in found if one.worth in VERSIONS]
    # One notebook of another name keeps it, and grading says so to its author.
    is_named = (
        len(versions or found) > 1
        or copy_number(chosen.name.name, exercise) is not None
    )
    name = f"{exercise}.ipynb" if is_named else chosen.name.name
    arranged = {PurePosixPath(name): by_path[chosen.path]}
    left_out = {one.path for one in versions} | {chosen.path}
    others = [file for file in files if file.path not in left_out]
    remarks = remarks_on(chosen, versions, found, exercise)
    return place_beside(arranged, remarks, others, PurePosixPath(chosen.name).parent)


def remarks_on(
    chosen: Candidate, versions: list[Candidate], found: list[Candidate], exercise: str
) -> list[str]:
    """Why this notebook counts, and what is odd about it."""
    remarks, name = [], shown(chosen.name)
    if len(versions) > 1:
        names = listed(one.name for one in versions)
        worse = [one for one in versions if one.worth < chosen.worth]
        if len(worse) + 1 < len(versions):
            remarks.append(f"of {names} the newest counts, {name}")
        else:
            remarks.append(f"of {names} this one counts: {name}")
        remarks += [f"{shown(one.name)} {state_of(one)}" for one in worse]
    elif not versions and len(found) > 1:
        remarks.append(
            f"none of {listed(one.name for one in found)} is called "
            f"{exercise}.ipynb; the newest was taken, {name}"
        )
    elif not name.casefold().endswith(".ipynb"):
        remarks.append(f"{name} reads as a notebook and was taken")
    if chosen.worth in (Worth.UNTOUCHED, Worth.OF_ANOTHER):
        remarks.append(f"{name} {state_of(chosen)}")
    if why := why_unreadable(chosen.path):
        remarks.append(f"{name} is no notebook that can be read: {why}")
    return remarks


def why_unreadable(path: Path) -> str:
    """What a file is that is called a notebook and is none; "" if it is one."""
    try:
        return "" if read_cells(path) else "it holds no cells"
    except (ValueError, OSError, RecursionError) as error:
        return str(error)


def place_beside(
    arranged: dict[PurePosixPath, File],
    remarks: list[str],
    files: list[File],
    folder: PurePosixPath,
) -> tuple[dict[PurePosixPath, File], list[str]]:
    """Add the other files to those `arranged`; `folder` is where the notebook lay."""
    for file in files:
        is_beside = file.name.is_relative_to(folder)
        name = file.name.relative_to(folder) if is_beside else file.name
        if str(name) == STAMP or not has_room(name, arranged):
            remarks.append(f"{shown(file.name)} was left out, for its name is taken")
        else:
            arranged[name] = file
    return arranged, remarks


def has_room(name: PurePosixPath, taken: dict[PurePosixPath, File]) -> bool:
    """Can a file be called so beside the others, none of which is a folder?"""
    return not any(
        name == other or name in other.parents or other in name.parents
        for other in taken
    )
