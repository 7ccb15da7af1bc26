"""The demonstration class: `demo-*` students who hand in, are graded and get feedback.

Their hand-ins are made from the reference and from the wheats (correct solutions) and
chaffs (typical mistakes) of ``tests/exercises/``.
"""

import contextlib
import dataclasses
import datetime
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry

from grading.autograde import run as autograde
from grading.console import Silence
from grading.course import Course, CourseError, at_work
from grading.demo_record import Record, hash_of, read_record, write_record
from grading.execution.workers import Options
from grading.export import export
from grading.gradebook import transaction
from grading.ready import check_ready
from grading.solutions import (
    change,
    fill_in,
    read_chaffs,
    read_wheats,
    reference_cells,
)
from grading.submission.folder import Submission
from grading.submission.mark import Mark
from grading.times import STAMP
from grading.words import counted

PREFIX = "demo-"
MARKS = "marks.csv"
STEPS = ("submitted", "autograded", "feedback")
# Fixed days, so that every run says the same.
DUE_DATE = datetime.datetime(2026, 1, 31, 23, 59)
A_DAY_EARLY = datetime.timedelta(days=-1)
THREE_HOURS_LATE = datetime.timedelta(hours=3)


@dataclass(frozen=True)
class DemoSubmission:
    """What one demonstration student hands in. `text` is the notebook's file."""

    student: str
    story: str
    text: str
    delay: datetime.timedelta = A_DAY_EARLY
    file_name: str = ""  # the exercise's own, where empty


def other_students(course: Course, record: Record) -> list[str]:
    """Who is in the gradebook or in the folders and is not of the demonstration."""
    with course.nbgrader.gradebook as gradebook:
        students = {student.id for student in gradebook.students}
    for step in STEPS:
        if (course.root / step).is_dir():
            students |= {
                folder.name
                for folder in (course.root / step).glob("[!.]*")
                if folder.is_dir()
            }
    ours = set(record.students)
    for exercise, hashes in record.submissions.items():
        ours -= {
            student
            for student, content in hashes.items()
            if is_replaced(Submission(course, exercise, student), content)
        }
    return sorted(students - ours)


def refuse_beside_others(course: Course) -> None:
    """Stop where a real class is at work: its folders and rows are nobody's toys."""
    if others := other_students(course, read_record(course)):
        raise CourseError(
            f"This course has {counted(len(others), 'student')} who "
            f"{'is' if len(others) == 1 else 'are'} not the demonstration's "
            f"({', '.join(others[:3])}{', ...' if len(others) > 3 else ''}). The demonstration "
            "does not run beside them, and nothing was changed. Try it in a fresh clone."
        )


def remove(course: Course) -> list[str]:
    """Take the demonstration class out, unless it is just being graded; say what stays."""
    with at_work(course):
        return take_out(course)


def take_out(course: Course) -> list[str]:
    """Take what the demonstration has made out of folders and gradebook; say what stays."""
    record = read_record(course)
    ours: dict[str, list[str]] = {}
    stay = []
    for exercise, students in record.submissions.items():
        for student, content in students.items():
            if is_replaced(Submission(course, exercise, student), content):
                stay.append(f"submitted/{student}/{exercise} is another submission now")
            else:
                ours.setdefault(student, []).append(exercise)
    for student, exercises in ours.items():
        for step in STEPS:
            folder = course.root / step / student
            for exercise in exercises:
                if (folder / exercise).is_dir():
                    shutil.rmtree(folder / exercise)
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
    with transaction(course) as gradebook:
        take_out_of_gradebook(gradebook, record, ours)
    for name, content in record.files.items():
        path = course.root / name
        if hash_of(path) == content:
            path.unlink()
        elif path.exists():
            stay.append(f"{name} was changed since")
    write_record(course, Record())
    return stay


def is_replaced(submission: Submission, content: str) -> bool:
    """Does another notebook than the demonstration's lie in the folder?"""
    hashes = [hash_of(path) for path in submission.folder.glob("*.ipynb")]
    return bool(hashes) and content not in hashes


def take_out_of_gradebook(
    gradebook: Gradebook, record: Record, ours: dict[str, list[str]]
) -> None:
    """Remove the submissions `ours`, then students who have no other and no name."""
    for student, exercises in ours.items():
        for exercise in exercises:
            with contextlib.suppress(MissingEntry):
                gradebook.remove_submission(exercise, student)
    for student in record.students:
        with contextlib.suppress(MissingEntry):
            row = gradebook.find_student(student)
            named = (row.first_name, row.last_name, row.email, row.lms_user_id)
            if not row.submissions and not any(named):
                gradebook.remove_student(student)
    for exercise in record.due_dates:
        with contextlib.suppress(MissingEntry):
            assignment = gradebook.find_assignment(exercise)
            if assignment.duedate == DUE_DATE:
                assignment.duedate = None


def class_of(course: Course, exercise: str) -> list[DemoSubmission]:
    """What the class hands in for one exercise."""
    release = course.read_notebook("release", exercise)
    reference = reference_cells(course, exercise)

    def one(name: str, story: str, cells: dict[str, str], **others) -> DemoSubmission:
        text = nbformat.writes(fill_in(release, cells)) + "\n"
        return DemoSubmission(f"{PREFIX}{name}", story, text, **others)

    half = dict(list(reference.items())[: len(reference) // 2])
    first = next(iter(reference))
    ends = {**reference, first: "import os\n\nos._exit(0)"}
    other_name = f"{exercise} (1).ipynb"
    right = one("reference", "the reference solution", reference)
    return [
        right,
        *(
            one(name, story, change(reference, cells))
            for name, story, cells in solved(course, exercise)
        ),
        one("half", "half finished", half),
        one("untouched", "handed in as released", {}),
        one("late", "handed in late", reference, delay=THREE_HOURS_LATE),
        DemoSubmission(f"{PREFIX}not-json", "a broken file", right.text[:-500]),
        one("ends-python", "its first cell ends Python", ends),
        DemoSubmission(f"{PREFIX}no-metadata", "all metadata lost", bare(right.text)),
        one(
            "other-name",
            "right, with a wrong file name",
            reference,
            file_name=other_name,
        ),
    ]


def solved(course: Course, exercise: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Some right and wrong solutions: a name, a story, the cells that are other ones."""
    folder = course.root / "tests" / "exercises" / exercise
    for kind, solutions, story, most in (
        ("wheat", read_wheats(folder), "another correct solution", 2),
        ("chaff", read_chaffs(folder), "a typical mistake", 3),
    ):
        if not solutions:
            raise CourseError(f"There are no {kind}s for {exercise} in {folder}.")
        # Spread over the solutions, which are named after their tasks.
        chosen = solutions[:: max(1, len(solutions) // most)][:most]
        for number, solution in enumerate(chosen, start=1):
            yield f"{kind}-{number}", f"{story} ({solution.name})", solution.cells


def bare(text: str) -> str:
    """A notebook's text without any metadata and ids, as some editors save it."""
    notebook = json.loads(text)
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        del cell["id"]
    return json.dumps(notebook)


def submit(
    course: Course, exercise: str, submission: DemoSubmission, record: Record
) -> None:
    """Lay one hand-in into ``submitted/``, as nbgrader's collect does."""
    with course.nbgrader.gradebook as gradebook:
        assignment = gradebook.find_assignment(exercise)
        if assignment.duedate is None:
            record.due_dates.append(exercise)
            write_record(course, record)
            assignment.duedate = DUE_DATE
        time = assignment.duedate + submission.delay
        gradebook.db.commit()
    folder = Submission(course, exercise, submission.student).folder
    path = folder / (submission.file_name or f"{exercise}.ipynb")
    folder.mkdir(parents=True)
    path.write_text(submission.text, encoding="utf-8")
    (folder / STAMP).write_text(f"{time} UTC\n", encoding="utf-8")


def run(
    course: Course, exercises: list[str], show: Silence, options: Options
) -> list[Mark]:
    """Release `exercises`, let the class hand them in, and grade it."""
    refuse_beside_others(course)
    check_ready(course, exercises, options)
    stories = {}
    with at_work(course):
        take_out(course)
        record = Record()
        for exercise in exercises:
            show.tell(f"{exercise}: generating the release")
            course.release(exercise, into_gradebook=True)
            submissions = class_of(course, exercise)
            for submission in submissions:
                record.note_submission(exercise, submission.student, submission.text)
                stories[exercise, submission.student] = submission.story
            record.students = sorted({student for _, student in stories})
            write_record(course, record)
            for submission in submissions:
                submit(course, exercise, submission, record)
    marks = autograde(course, exercises, show=show, options=options)
    return [with_story(mark, stories[mark.exercise, mark.student]) for mark in marks]


def write_marks(course: Course) -> bool:
    """Write marks.csv, unless there is one that is not the demonstration's."""
    record, path = read_record(course), course.root / MARKS
    if path.exists() and hash_of(path) != record.files.get(MARKS):
        return False
    export(course, "csv", to=path)
    note_file(course, path)
    return True


def note_file(course: Course, path: Path) -> None:
    """Let a file that was just written go with the demonstration, if it is of nobody else."""
    with contextlib.suppress(CourseError):  # a record that cannot be read
        record, place = read_record(course), path.resolve()
        if not record.students or not place.is_relative_to(course.root):
            return
        if not other_students(course, record):
            record.files[str(place.relative_to(course.root))] = hash_of(place)
            write_record(course, record)


def with_story(mark: Mark, story: str) -> Mark:
    reason = f"{story}; {mark.reason}" if mark.reason else story
    return dataclasses.replace(mark, reason=reason)
