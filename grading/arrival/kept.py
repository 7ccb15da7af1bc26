"""What collecting keeps in downloaded/: the zip files, and what it was told about them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nbgrader.apps.zipcollectapp import ZipCollectApp
from nbgrader.coursedir import CourseDirectory

from coursework.whole_file import whole
from grading.arrival.unpack import names_in
from grading.course import Course

WORKSHEET, GROUPS = "worksheet.csv", "groups.csv"


def keep_told(folder: Path, worksheet: str, groups: str) -> None:
    """Keep the worksheet and the groups that collecting was given, for giving back."""
    for source, name in ((worksheet, WORKSHEET), (groups, GROUPS)):
        if source and Path(source).resolve() != (folder / name).resolve():
            with whole(folder / name) as half:
                half.touch(0o600)  # it holds names
                shutil.copyfile(source, half)


@dataclass(frozen=True)
class Kept:
    """What was kept of one exercise."""

    folder: Path
    archives: Path

    @classmethod
    def of(cls, course: Course, exercise: str) -> "Kept":
        app = ZipCollectApp(config=course.settings)
        app.coursedir = CourseDirectory(parent=app, assignment_id=exercise)
        archives = Path(app._format_collect_path(app.archive_directory))
        return cls(archives.parent, archives)

    def names(self) -> Iterator[list[PurePosixPath]]:
        """The names in each zip file; a file that is none has its own."""
        for path in sorted(self.archives.rglob("*")):
            if path.suffix.casefold() == ".zip" and path.is_file():
                yield names_in(path)
            elif path.is_file():
                yield [PurePosixPath("_".join(path.relative_to(self.archives).parts))]

    def told(self, name: str) -> Path | None:
        """The file of this name that collecting was given, if it was."""
        path = self.folder / name
        return path if path.is_file() else None
