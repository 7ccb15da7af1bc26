"""To whom a platform gives a file: by the names and numbers in what was collected from it."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grading.arrival.groups import read_groups
from grading.arrival.kept import GROUPS, WORKSHEET, Kept
from grading.arrival.lms import Author, Named, name_back, read_names
from grading.arrival.roster import Roster
from grading.arrival.worksheet import Entry, read_worksheet
from grading.course import Course, CourseError
from grading.deadlines.zone import zone_of
from grading.results.read import read_people


@dataclass(frozen=True)
class Recipient:
    """What the platform has named, and the students it stands for: several are a group."""

    named: Named
    students: tuple[str, ...]

    @property
    def number(self) -> str:
        return self.named.author.number

    def name_of(self, file: str) -> str:
        """The name under which the platform takes `file`."""
        return name_back(self.named, file)


@dataclass
class Recipients:
    """By student who gets their file, and whom several authors or students fit.

    `worksheet` is Moodle's, if there is one, and `entries` is what it says.
    """

    by_student: dict[str, Recipient]
    refused: dict[Author, str]
    worksheet: Path | None
    entries: dict[str, Entry]


def read_recipients(
    course: Course,
    exercise: str,
    system: str,
    worksheet: Path | None = None,
    groups: Path | None = None,
) -> Recipients:
    """The recipients of what was collected, and of the rows of Moodle's worksheet.

    Worksheet and groups are those that collecting was given, unless others are given here.
    """
    kept, people = Kept.of(course, exercise), read_people(course)
    groups = groups or kept.told(GROUPS)
    worksheet = (worksheet or kept.told(WORKSHEET)) if system == "moodle" else None
    entries = read_worksheet(worksheet, zone_of(course.settings)) if worksheet else {}
    roster = Roster(people, entries, read_groups(groups, people) if groups else {})
    known = {person.id for person in people}
    collected = collected_from(kept, system)
    if not collected and not entries:
        raise CourseError(
            f"Nothing of {exercise} was collected from {system.capitalize()}: there is no zip "
            f"file of it in {kept.archives.relative_to(course.root)}, "
            "which says by what names the platform knows your students. Download the "
            f"submissions and collect them: grading collect {exercise} FILE.zip"
        )
    refused: dict[Author, str] = {}
    found: list[Recipient] = []
    for some in (rows_of(entries), collected):
        assigned = roster.assign(named.author for named in some)
        refused |= assigned.refused
        by_author = {named.author: named for named in some}
        found += [
            Recipient(by_author[author], students)
            for author, students in assigned.students.items()
            if known.issuperset(students)
        ]
    refuse_another_worksheet(collected, entries, found)
    # A student's own number comes before a group's.
    found.sort(key=lambda one: -len(one.students))
    by_student = {student: one for one in found for student in one.students}
    return Recipients(by_student, refused, worksheet, entries)


def collected_from(kept: Kept, system: str) -> list[Named]:
    """What the platform has named of each author: the last file, where they have numbers."""
    found: dict[Author, Named] = {}
    for names in kept.names():
        for one in read_names(names, system):
            before = found.get(one.author)
            if system == "canvas" and not one.attachment:
                continue  # a text, which Canvas takes no file back for
            if before is None or one.attachment > before.attachment:
                found[one.author] = one
    return list(found.values())


def rows_of(entries: dict[str, Entry]) -> list[Named]:
    """The participants of Moodle's worksheet, under their names there."""
    file = PurePosixPath()
    return [
        Named(Author("moodle", entry.name, number), file)
        for number, entry in entries.items()
        if entry.name
    ]


def refuse_another_worksheet(
    collected: list[Named], entries: dict[str, Entry], found: list[Recipient]
) -> None:
    """Stop where the worksheet's numbers are not those of the zip files."""
    numbers = {named.author.number for named in collected}
    by_number: dict[str, set[str]] = {}
    clash = [
        one.number
        for one in found
        if by_number.setdefault(one.number, set(one.students)).isdisjoint(one.students)
    ]
    if entries and numbers and (clash or numbers.isdisjoint(entries)):
        what = f"the number {clash[0]} is somebody else's" if clash else "no number is"
        raise CourseError(
            "The worksheet is not of the assignment that was collected: "
            f"{what} in the zip files. Choose Download grading worksheet in this exercise's "
            "assignment, and give that file (--worksheet FILE)."
        )
