"""The demonstration class: `demo-*` students who hand in, are graded and get feedback.

Their hand-ins are made from the reference and from the wheats (correct solutions) and
chaffs (typical mistakes) of ``tests/exercises/``.
"""

import dataclasses
import datetime
import json
import shutil
from dataclasses import dataclass

import nbformat

from grading.at_work import at_work
from grading.autograde import Options, check_ready
from grading.autograde import run as autograde
from grading.course import Course, CourseError
from grading.hand_in import change, fill_in, read_cells, reference_cells
from grading.marks import Mark
from grading.progress import Silence

PREFIX = "demo-"
STEPS = ("submitted", "autograded", "feedback")
# Fixed days, so that every run says the same.
DUE_DATE = datetime.datetime(2026, 1, 31, 23, 59)
A_DAY_EARLY = datetime.timedelta(days=-1)
THREE_HOURS_LATE = datetime.timedelta(hours=3)


@dataclass(frozen=True)
class HandIn:
    """What one demonstration student hands in. `text` is the notebook's file."""

    student: str
    story: str
    text: str
    delay: datetime.timedelta = A_DAY_EARLY
    file_name: str = ""  # the exercise's own, where empty


def other_students(course: Course) -> list[str]:
    """Who is in the gradebook or in the folders and is no demonstration student."""
    with course.nbgrader.gradebook as gradebook:
        students = {student.id for student in gradebook.students}
    for step in STEPS:
        if (course.root / step).is_dir():
            students |= {
                folder.name
                for folder in (course.root / step).glob("[!.]*")
                if folder.is_dir()
            }
    return sorted(student for student in students if not student.startswith(PREFIX))


def refuse_beside_others(course: Course) -> None:
    """Stop where a real class is at work: its folders and rows are nobody's toys."""
    if others := other_students(course):
        raise CourseError(
            f"This course has {len(others)} students who are not the demonstration's "
            f"({', '.join(others[:3])}{', ...' if len(others) > 3 else ''}). The demonstration "
            "does not run beside them, and nothing was changed. Try it in a fresh clone."
        )


def remove(course: Course) -> None:
    """Take the demonstration class out, unless it is just being graded."""
    with at_work(course):
        take_out(course)


def take_out(course: Course) -> None:
    """Take the demonstration class out of the folders and the gradebook."""
    for step in STEPS:
        for folder in (course.root / step).glob(f"{PREFIX}*"):
            shutil.rmtree(folder)
    with course.nbgrader.gradebook as gradebook:
        for student in [s.id for s in gradebook.students if s.id.startswith(PREFIX)]:
            gradebook.remove_student(student)
        for assignment in gradebook.assignments:
            if assignment.duedate == DUE_DATE:
                assignment.duedate = None
        gradebook.db.commit()


def class_of(course: Course, exercise: str) -> list[HandIn]:
    """The hand-ins of the class for one exercise."""
    release = course.read_notebook("release", exercise)
    reference = reference_cells(course, exercise)
    half = dict(list(reference.items())[: len(reference) // 2])
    first = next(iter(reference))
    ends = {**reference, first: "import os\n\nos._exit(0)"}
    folder = course.root / "tests" / "exercises" / exercise

    def written(cells: dict[str, str]) -> str:
        return nbformat.writes(fill_in(release, cells)) + "\n"

    def from_files(kind: str, story: str, most: int) -> list[HandIn]:
        files = sorted((folder / kind).glob("*.py"))
        if not files:
            raise CourseError(f"There are no {kind} for {exercise} in {folder}.")
        # Spread over the files, which are named after their tasks.
        chosen = files[:: max(1, len(files) // most)][:most]
        return [
            HandIn(
                f"{PREFIX}{kind.rstrip('s')}-{number}",
                f"{story} ({file.stem})",
                written(change(reference, read_cells(file))),
            )
            for number, file in enumerate(chosen, start=1)
        ]

    return [
        HandIn(f"{PREFIX}reference", "the reference solution", written(reference)),
        *from_files("wheats", "another correct solution", most=2),
        *from_files("chaffs", "a typical mistake", most=3),
        HandIn(f"{PREFIX}half", "half finished", written(half)),
        HandIn(f"{PREFIX}untouched", "handed in as released", written({})),
        HandIn(f"{PREFIX}late", "handed in late", written(reference), THREE_HOURS_LATE),
        HandIn(f"{PREFIX}not-json", "a broken file", written(reference)[:-500]),
        HandIn(f"{PREFIX}ends-python", "its first cell ends Python", written(ends)),
        HandIn(f"{PREFIX}no-metadata", "all metadata lost", bare(written(reference))),
        HandIn(
            f"{PREFIX}other-name",
            "right, with a wrong file name",
            written(reference),
            file_name=f"{exercise} (1).ipynb",
        ),
    ]


def bare(text: str) -> str:
    """A notebook's text without any metadata and ids, as some editors save it."""
    notebook = json.loads(text)
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        del cell["id"]
    return json.dumps(notebook)


def submit(course: Course, exercise: str, hand_in: HandIn) -> None:
    """Lay one hand-in into ``submitted/``, as nbgrader's collect does."""
    with course.nbgrader.gradebook as gradebook:
        assignment = gradebook.find_assignment(exercise)
        assignment.duedate = assignment.duedate or DUE_DATE
        time = assignment.duedate + hand_in.delay
        gradebook.db.commit()
    path = course.notebook_path("submitted", exercise, hand_in.student)
    path = path.with_name(hand_in.file_name or path.name)
    path.parent.mkdir(parents=True)
    path.write_text(hand_in.text, encoding="utf-8")
    (path.parent / "timestamp.txt").write_text(f"{time} UTC\n", encoding="utf-8")


def run(
    course: Course, exercises: list[str], show: Silence, options: Options
) -> list[Mark]:
    """Release `exercises`, let the class hand them in, and grade it."""
    refuse_beside_others(course)
    check_ready(course, exercises, options)
    stories = {}
    with at_work(course):
        take_out(course)
        for exercise in exercises:
            show.step(f"{exercise}: generating the release")
            course.release(exercise, into_gradebook=True)
            for hand_in in class_of(course, exercise):
                submit(course, exercise, hand_in)
                stories[exercise, hand_in.student] = hand_in.story
    marks = autograde(course, exercises, show=show, options=options)
    return [with_story(mark, stories[mark.exercise, mark.student]) for mark in marks]


def with_story(mark: Mark, story: str) -> Mark:
    reason = f"{story}; {mark.reason}" if mark.reason else story
    return dataclasses.replace(mark, reason=reason)
