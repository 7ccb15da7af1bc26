"""What a command in a wrong folder or a mistyped name has left behind."""

import shlex
from pathlib import Path

from nbgrader.api import Assignment

from grading.course import Course
from grading.doctor.finding import OK, REMARK, Finding
from grading.doctor.lost import Holds, holds, holds_anything
from grading.gradebook import file_of
from grading.people.class_list import is_class_list
from grading.results.read import read_people
from grading.words import counted, some

REMOVE = ["nbgrader", "db", "assignment", "remove"]


def exercises(course: Course) -> Finding:
    """Exercises in the gradebook that source/ does not have."""
    found = submissions_by_exercise(course) if holds_anything(course) else {}
    ghosts = {name: n for name, n in found.items() if name not in course.exercises}
    if not ghosts:
        return Finding("exercises", OK, f"{len(found)} in the gradebook")
    shown = [f"{name} ({counted(n, 'submission')})" for name, n in ghosts.items()]
    commands = [
        shlex.join([*REMOVE, *(["--force"] if n else []), name])
        for name, n in ghosts.items()
    ]
    to_do = "; ".join(commands)
    if any(ghosts.values()):
        to_do += (
            " (--force takes the marks along: first see whether source/ has lost it)"
        )
    said = f"the gradebook has what source/ does not: {some(shown)}"
    return Finding("exercises", REMARK, said, to_do)


def submissions_by_exercise(course: Course) -> dict[str, int]:
    with course.nbgrader.gradebook as gradebook:
        return {
            one.name: len(one.submissions) for one in gradebook.db.query(Assignment)
        }


def other_gradebooks(course: Course) -> Finding:
    """Gradebooks in folders of the course, which nbgrader makes where it is called."""
    others = {
        path: holds(path) or Holds()
        # Deeper lies what students hand in.
        for pattern in ("[!.]*/gradebook.db", "[!.]*/[!.]*/gradebook.db")
        for path in sorted(course.root.glob(pattern))
        if path != file_of(course)
    }
    if not others:
        return Finding("other-gradebooks", OK, "none")
    names = {path: str(path.relative_to(course.root)) for path in others}
    shown = [f"{names[path]} ({held})" for path, held in others.items()]
    said = f"a command was typed in another folder and made {some(shown)}"
    to_do = shlex.join(["rm", *names.values()])
    full = [names[path] for path, held in others.items() if held]
    if full:
        to_do += f" (before that, enter in the course's folder what {some(full)} has)"
    return Finding("other-gradebooks", REMARK, said, to_do)


def strangers(course: Course) -> list[Path]:
    """The folders in submitted/ of those who are not in the class list, if there is one."""
    people = read_people(course) if holds_anything(course) else []
    if not is_class_list(people):
        return []
    ids = {person.id for person in people}
    folders = (course.root / "submitted").glob("[!.]*")
    return sorted(one for one in folders if one.is_dir() and one.name not in ids)
