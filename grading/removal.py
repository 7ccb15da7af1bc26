"""Taking a person out of the course: rows, folders and downloaded files, all or nothing."""

import contextlib
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from coursework.archives import UNREADABLE
from grading.arrival.lms import Author
from grading.arrival.returning import keys_of, keys_of_author
from grading.arrival.rewrite import authors_in, write_without
from grading.arrival.roster import Roster
from grading.course import Course, CourseError, at_work
from grading.gradebook import count_student, own_tables, remove_student, transaction
from grading.ids import id_of, safe_id
from grading.people import removed
from grading.private_file import MODE
from grading.results.read import Person, read_people

STEPS = ("submitted", "autograded", "feedback")
ASIDE, REWRITTEN = ".grading-removed", "zip-"
COPIES = ("gradebook.db?*", "marks*.csv", "report.html", ".nbgrader.log")
OF_SQLITE = ("-journal", "-wal", "-shm")


@dataclass
class Traces:
    """What the course holds of a person, and what of it a removal leaves where it is.

    `rows` say how many of what are in the gradebook; of each of the `archives` the files of
    some authors are the person's.
    """

    student: str
    person: Person
    is_known: bool  # by the gradebook
    rows: dict[str, int] = field(default_factory=dict)
    paths: list[Path] = field(default_factory=list)
    archives: dict[Path, set[Author]] = field(default_factory=dict)
    remains: list[str] = field(default_factory=list)


def find_traces(course: Course, said: str) -> Traces:
    """What there is of the person with the id `said`; a CourseError if there is nothing."""
    people = {person.id: person for person in read_people(course)}
    there = [path for step in STEPS for path in entries(course.root / step)]
    known = people.keys() | {path.name for path in there}
    student = said if said in known else id_of(said, people)
    if not student:
        raise CourseError(nothing_of(course, student, said))
    person = people.get(student)
    traces = Traces(
        student, person or Person(student, "", "", "", ""), is_known=person is not None
    )
    with course.nbgrader.gradebook as gradebook:
        traces.rows = count_student(gradebook, student)
    traces.paths = [path for path in there if path.name == student]
    traces.paths += [one for one in [aside_of(course, student)] if one.exists()]
    find_downloads(course, traces, list(people.values()))
    if not (traces.is_known or traces.rows or traces.paths or traces.archives):
        raise CourseError(nothing_of(course, student, said))
    traces.remains += copies(course) + in_exchange(course, student)
    return traces


def nothing_of(course: Course, student: str, said: str) -> str:
    """What to say of somebody of whom nothing is here."""
    if day := removed.read_days(course).get(student):
        return f"{student} was removed on {day} already, and nothing has come since."
    return (
        f"Neither the gradebook nor a folder has a student {said!r}. The ids are listed by: "
        "nbgrader db student list"
    )


def find_downloads(course: Course, traces: Traces, people: list[Person]) -> None:
    """Note which downloaded files are the person's."""
    for exercise in entries(course.root / "downloaded"):
        kept = [
            path
            for path in entries(exercise / "replaced")
            if path.name == traces.student
        ]
        archives = sorted((exercise / "archive").rglob("*"))
        found = [
            look_into(course, traces, people, path)
            for path in archives
            if path.is_file()
        ]
        # What was unpacked, which every collecting makes anew.
        unpacked = [exercise / "extracted"] if kept or any(found) else []
        traces.paths += [path for path in [*kept, *unpacked] if path.exists()]


def look_into(course: Course, traces: Traces, people: list[Person], path: Path) -> bool:
    """Note whether a downloaded zip file holds files of the person."""
    where = path.relative_to(course.root)
    try:
        authors = authors_in(path)
    except (CourseError, OSError, *UNREADABLE) as error:
        traces.remains.append(f"{where}, which may hold theirs ({error})")
        return False
    everybody = [one for one in people if one.id != traces.student]
    roster = Roster([*everybody, traces.person], {}, {})
    found = theirs(roster, traces.student, authors)
    if found:
        traces.archives[path] = found
    for author in sorted(authors - found, key=str):
        keys = keys_of_author(author, roster.known_of(author))
        if keys & keys_of(traces.person):
            traces.remains.append(
                f"{author} in {where}, who may be another of this name"
            )
    return bool(found)


def theirs(roster: Roster, student: str, authors: set[Author]) -> set[Author]:
    """The authors who are this student alone, as collecting finds it."""
    assigned = roster.assign(authors).students
    return {author for author in authors if assigned.get(author) == (student,)}


def copies(course: Course) -> list[str]:
    """Files beside the course's that were made before."""
    found = [path for pattern in COPIES for path in course.root.glob(pattern)]
    return [path.name for path in sorted(found) if not path.name.endswith(OF_SQLITE)]


def in_exchange(course: Course, student: str) -> list[str]:
    """What the exchange still has, which `nbgrader collect` would bring back."""
    root = course.settings.get("Exchange", {}).get("root")
    if not isinstance(root, str):
        return []
    inbound = Path(root) / course.nbgrader.coursedir.course_id / "inbound"
    return [
        str(path) for path in entries(inbound) if path.name.startswith(f"{student}+")
    ]


def remove(course: Course, traces: Traces) -> None:
    """Take the person out: all of it, or nothing."""
    aside = aside_of(course, traces.student)
    with at_work(course):
        shutil.rmtree(aside, ignore_errors=True)  # of a removal that was killed
        aside.mkdir(mode=0o700, parents=True)
        try:
            with contextlib.ExitStack() as undo:
                take_out(course, traces, aside, undo)
                undo.pop_all()
        except BaseException:
            for path in aside.glob(f"{REWRITTEN}*"):
                path.unlink()
            remove_empty(aside)
            raise
        shutil.rmtree(aside)
        remove_empty(aside)


def take_out(
    course: Course, traces: Traces, aside: Path, undo: contextlib.ExitStack
) -> None:
    """Change files and gradebook; what went `aside` is back if `undo` is not called off."""
    new = {}
    for number, (path, authors) in enumerate(traces.archives.items()):
        new[path] = aside / f"{REWRITTEN}{number}.new"
        write_without(path, new[path], authors.__contains__)
        new[path].chmod(MODE)
    with transaction(course) as gradebook:
        remove_student(gradebook, traces.student)
        keys = keys_of(traces.person)
        removed.remember(own_tables(gradebook), traces.student, keys)
        gradebook.db.flush()
        for number, path in enumerate(one for one in traces.paths if one != aside):
            undo.callback(put_back, aside / str(number), path)
            shutil.move(path, aside / str(number))
        for path, rewritten in new.items():
            # At any moment there is one of the two at its place.
            old = rewritten.with_suffix(".old")
            shutil.copy2(path, old)
            undo.callback(os.replace, old, path)
            os.replace(rewritten, path)


def remove_empty(aside: Path) -> None:
    """Remove the folder and the one around it, unless something could not be put back."""
    for folder in (aside, aside.parent):
        with contextlib.suppress(OSError):
            folder.rmdir()


def put_back(place: Path, path: Path) -> None:
    if os.path.lexists(place) and not os.path.lexists(path):
        shutil.move(place, path)


def aside_of(course: Course, student: str) -> Path:
    """Where files wait until the gradebook has changed, too."""
    return course.root / ASIDE / safe_id(student)


def entries(folder: Path) -> list[Path]:
    """What lies in a folder, nothing if there is none."""
    return sorted(folder.iterdir()) if folder.is_dir() else []
