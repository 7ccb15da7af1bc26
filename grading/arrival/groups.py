"""Groups that hand in together: a file of the instructor's, with a group and its students."""

import re
from dataclasses import dataclass
from pathlib import Path

from grading.arrival.names import letters
from grading.course import CourseError
from grading.ids import id_of
from grading.results.read import Person
from grading.text_files import checked, read_rows, readable, same_heading

WANTED = (
    "Wanted is a CSV file with the columns group and student, a row for each student; ids "
    "are those of the gradebook (nbgrader db student list)."
)
HEADINGS = ("group", "groupname")


@dataclass(frozen=True)
class Group:
    """A group by the name that the platform gives it, and its students' ids."""

    name: str
    students: tuple[str, ...]


def read_groups(path: Path, people: list[Person]) -> dict[str, Group]:
    """The groups in a file by the letters of their names; each student is in one at most."""
    known = {person.id for person in people}
    found: dict[str, tuple[str, list[str]]] = {}
    for line, name, said in rows_of(path, known):
        students = [id_of(one, known) or one for one in said]
        if not letters(name) or not students:
            what = "students are" if letters(name) else "a group's name is"
            raise CourseError(f"{path}, line {line}: {what} missing. {WANTED}")
        if unknown := [student for student in students if student not in known]:
            raise CourseError(
                f"{path}, line {line}: the gradebook has no {', '.join(unknown)}. {WANTED}"
            )
        members = found.setdefault(letters(name), (name, []))[1]
        members += [student for student in students if student not in members]
    refuse_doubles(path, found)
    return {
        key: Group(name, tuple(students)) for key, (name, students) in found.items()
    }


def rows_of(path: Path, known: set[str]) -> list[tuple[int, str, list[str]]]:
    """Line, group and ids of each row; the first one has headings, or ids as well."""
    rows = [
        (line, [checked(path, cell).strip() for cell in cells])
        for line, cells in read_rows(path)
    ]
    headings = rows[0][1] if rows else []
    places = [i for i, one in enumerate(headings) if same_heading(one) in HEADINGS]
    if len(places) > 1:
        written = ", ".join(headings[place] for place in places)
        raise CourseError(f"{path} has two columns group ({written}).")
    if places:
        [place], rows = places, rows[1:]
    elif (
        rows
        and len(rows[0][1]) > 1
        and {id_of(one, known) for one in ids_in(rows[0][1][1:])} <= known
    ):
        place = 0
    else:
        raise CourseError(
            f"{path}: {', '.join(map(readable, headings)) or 'nothing'} are its columns. {WANTED}"
        )
    return [
        (line, cells[place], ids_in(cells[:place] + cells[place + 1 :]))
        for line, cells in rows
        if len(cells) > place
    ]


def ids_in(cells: list[str]) -> list[str]:
    """The ids in some cells, each of which may hold several."""
    return [one for cell in cells for one in re.split(r"[\s,;]+", cell) if one]


def refuse_doubles(path: Path, found: dict[str, tuple[str, list[str]]]) -> None:
    groups: dict[str, list[str]] = {}
    for name, students in found.values():
        for student in students:
            groups.setdefault(student, []).append(name)
    for student, names in groups.items():
        if len(names) > 1:
            raise CourseError(
                f"{path}: {student} is in several groups, {', '.join(names)}."
            )
