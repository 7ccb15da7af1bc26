"""What a class list would change in the gradebook, before anything is changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from grading.course import Course, CourseError
from grading.ids import LONGEST, RULE, id_of
from grading.people.class_file import ClassFile, Row
from grading.people.removed import Days, read_days
from grading.results.read import Person, read_people

# What is one student's alone.
OWN = {"email": "e-mail address", "lms_user_id": "number"}
MOST_NAMED = 5


@dataclass
class Changes:
    """Who is new, changed, the same, or gone from the list; and who was removed, and when."""

    new: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    same: list[Row] = field(default_factory=list)
    gone: list[Person] = field(default_factory=list)
    before: dict[str, Person] = field(default_factory=dict)
    removed: Days = field(default_factory=dict)

    def is_empty(self) -> bool:
        return not self.new and not self.changed

    def differences(self, row: Row) -> Iterator[tuple[str, str, str]]:
        """What changes of a student: name of the column, before and after."""
        for name, value in row.facts.items():
            before = getattr(self.before[row.id], name)
            if before != (value or ""):
                yield name, before, value or ""


def compare(course: Course, listed: ClassFile) -> Changes:
    """What the list would change; a CourseError if two of it cannot be told apart."""
    people = {person.id: person for person in read_people(course)}
    for row in listed.rows:
        row.id = id_of(row.said, people)
    refuse_wrong_ids(listed)
    refuse_doubles(listed, people)
    ids = {row.id for row in listed.rows}
    changes = Changes(before=people)
    changes.gone = [person for person in people.values() if person.id not in ids]
    days = read_days(course)
    changes.removed = {student: days[student] for student in days if student in ids}
    for row in listed.rows:
        if row.id not in people:
            changes.new.append(row)
        elif any(changes.differences(row)):
            changes.changed.append(row)
        else:
            changes.same.append(row)
    return changes


def refuse_wrong_ids(listed: ClassFile) -> None:
    """Refuse the list if an id is missing or can be none."""
    for row in listed.rows:
        if not row.said:
            wrong = f"{listed.id_column} is empty, so the id is missing"
        elif not row.id:
            wrong = f"the id {row.said!r} has no letter and no digit. {RULE}"
        elif len(row.id) > LONGEST:
            wrong = f"the id {row.said[:LONGEST]!r}... is longer than {LONGEST}"
        else:
            continue
        raise CourseError(
            f"{listed.path}, line {row.line}: {wrong}. Nothing was entered. --id COLUMN "
            "takes ids from another column."
        )


def refuse_doubles(listed: ClassFile, people: dict[str, Person]) -> None:
    """Refuse the list if by it an id, address or number would be two students'."""
    owners: dict[tuple[str, str], list[str]] = {}
    for row in listed.rows:
        where = f"line {row.line} ({row.said})"
        owners.setdefault(("id", row.id), []).append(where)
        for name, what in OWN.items():
            if value := row.facts.get(name):
                owners.setdefault((what, value.casefold()), []).append(where)
    ids = {row.id: row.facts for row in listed.rows}
    for person in people.values():
        for name, what in OWN.items():
            key = what, getattr(person, name).casefold()
            if key in owners and name not in ids.get(person.id, {}):
                owners[key].append(f"{person.id} in the gradebook")
    doubles = [
        f"the {what} {value}: {' and '.join(some)}"
        for (what, value), some in owners.items()
        if len(some) > 1
    ]
    if doubles:
        more = len(doubles) - MOST_NAMED
        raise CourseError(
            f"{listed.path} has twice what is one student's alone. Nothing was entered.\n  "
            + "\n  ".join(doubles[:MOST_NAMED])
            + (f"\n  and {more} more" if more > 0 else "")
            + "\nTake one of the two out of the file. If somebody in the gradebook has "
            "another id here, give them the gradebook's in the file (or --id COLUMN), or "
            "remove the earlier one: grading class --remove ID."
        )
