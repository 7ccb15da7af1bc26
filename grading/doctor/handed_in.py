"""What was handed in."""

import shlex
from pathlib import Path

from grading.course import Course
from grading.doctor.finding import OK, REMARK, Finding
from grading.doctor.ghosts import strangers
from grading.words import counted, some


def with_submissions(course: Course) -> list[str]:
    """The exercises that somebody has handed in."""
    return [exercise for exercise in course.exercises if course.handed_in(exercise)]


def hand_ins(course: Course) -> Finding:
    """How many there are, and folders in submitted/ that are of no exercise or nobody."""
    folders = [
        path for path in (course.root / "submitted").glob("*/*") if path.is_dir()
    ]
    troubles = []
    if strange := sorted(p for p in folders if p.name not in course.exercises):
        troubles.append(
            (
                f"folders of no exercise: {some(names_of(course, strange))}",
                "name them as the exercise's folder in source/ is called, or remove them",
            )
        )
    if others := strangers(course):
        names = names_of(course, others)
        troubles.append(
            (
                f"folders of nobody in the class, which are not graded: {some(names)}",
                f"enter them in the class list, or {shlex.join(['rm', '-r', *names])}",
            )
        )
    if troubles:
        found, to_do = map("; ".join, zip(*troubles, strict=True))
        return Finding("hand-ins", REMARK, found, to_do)
    students = {path.parent.name for path in folders}
    found = (
        f"{len(folders)}, of {counted(len(students), 'student')}"
        if folders
        else "none yet"
    )
    return Finding("hand-ins", OK, found)


def names_of(course: Course, paths: list[Path]) -> list[str]:
    return [str(path.relative_to(course.root)) for path in paths]
