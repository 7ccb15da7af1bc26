"""Adding a newer handout to the folder in which a student already works."""

import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursework.handout import RELEASED, Handout, HandoutError


@dataclass(frozen=True)
class Update:
    """What came with a newer handout. `kept` notebooks stayed as the student has them."""

    added: list[str]
    kept: list[str]
    install_again: bool


def update(handout: Handout, path: Path) -> Update:
    """Lay the files of the zip file `path` into the handout's folder.

    Notebooks and files that the student has in an exercise's folder are never replaced.
    """
    before = handout.exercises
    installed = read_or_none(handout.root / "requirements.txt")
    files = read_zip(path)
    kept, exercises = [], released_names(files)
    for name, content in files.items():
        place = handout.root.joinpath(*name.parts)
        if f"{name.parts[0]}.ipynb" in exercises and place.exists():
            kept += [name.parts[0]] if place.suffix == ".ipynb" else []
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return Update(
        [name for name in handout.exercises if name not in before],
        kept,
        read_or_none(handout.root / "requirements.txt") != installed,
    )


def read_zip(path: Path) -> dict[PurePosixPath, bytes]:
    """The files of a handout's zip file, by their names in its folder."""
    try:
        with zipfile.ZipFile(path) as made:
            files = {
                PurePosixPath(*inside): made.read(name)
                for name in made.namelist()
                if not name.endswith("/") and (inside := PurePosixPath(name).parts[1:])
            }
    except (zipfile.BadZipFile, OSError) as error:
        raise HandoutError(
            f"{path} cannot be read as a zip file ({error}). Download it once more."
        ) from error
    if not released_names(files) or any(".." in name.parts for name in files):
        raise HandoutError(
            f"{path} is no zip file of this course: take dp-course-student.zip."
        )
    return files


def released_names(files: dict[PurePosixPath, bytes]) -> set[str]:
    return {name.name for name in files if name.parts[0] == RELEASED}


def read_or_none(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
