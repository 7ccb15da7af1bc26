"""What the demonstration has made in a course, so that this and nothing else is taken out.

A student may be called ``demo-anna``. So the names say nothing: a file says which
submissions, students, due dates and files are the demonstration's. It is written before
they are, and what has become somebody else's meanwhile is left alone.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from coursework.whole_file import whole
from grading.course import Course, CourseError

NAME = ".grading-demo.json"


@dataclass
class Record:
    """`submissions`: exercise and student to the notebook's hash. `files`: name to hash."""

    submissions: dict[str, dict[str, str]] = field(default_factory=dict)
    students: list[str] = field(default_factory=list)
    due_dates: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)

    def note_submission(self, exercise: str, student: str, text: str) -> None:
        of_exercise = self.submissions.setdefault(exercise, {})
        of_exercise[student] = sha256(text.encode())


def read_record(course: Course) -> Record:
    """The record of `course`, an empty one if there was no demonstration."""
    path = course.root / NAME
    try:
        return Record(**json.loads(path.read_bytes()))
    except FileNotFoundError:
        return Record()
    except (OSError, ValueError, TypeError) as error:
        raise CourseError(
            f"{path}, which says what the demonstration has made, cannot be read ({error}). "
            "Nothing was changed. Put it right, or remove it and take the students of the "
            "demonstration out by hand."
        ) from None


def write_record(course: Course, record: Record) -> None:
    """Keep `record`, all of it or nothing; an empty one is no file."""
    path = course.root / NAME
    if record == Record():
        path.unlink(missing_ok=True)
        return
    with whole(path) as half:
        half.write_text(json.dumps(asdict(record), indent=1), encoding="utf-8")


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def hash_of(path: Path) -> str:
    """The hash of a file; "" if there is none."""
    return sha256(path.read_bytes()) if path.is_file() else ""
