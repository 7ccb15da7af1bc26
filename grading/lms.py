"""How Moodle and Canvas name what students hand in, and which student is meant.

What their zip files look like was read in their sources (Moodle:
``mod/assign/classes/downloader.php``, Canvas: ``lib/content_zipper.rb``).
"""

import csv
import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import dateutil.parser

from grading.course import CourseError
from grading.results import Person

# Ada Lovelace_123456_assignsubmission_file_, as a folder or before a file's name. The number
# is the participant's in this one assignment.
MOODLE = re.compile(
    r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_[a-z]+(?:_(?P<file>.*))?"
)
# lovelaceada_LATE_123_4567_name.ipynb: last and first name without anything between, the
# user's number, the file's. An online text has no file.
CANVAS = re.compile(
    r"(?P<name>.+?)_(?P<late>LATE_)?(?P<number>\d+)_"
    r"(?:(?P<attachment>\d+)_(?P<file>.+)|(?P<text>(?:text|link)\.html))"
)
SYSTEMS = ("moodle", "canvas")
# What systems and browsers append to the name of a second copy.
COPY_MARKS = re.compile(r"(?:\s*\((\d+)\)|-(\d+)|[-_ ]*copy(\d*))*", re.IGNORECASE)


@dataclass(frozen=True)
class Author:
    """Whom a zip file names. `number`: Moodle's of a participant, Canvas's of a user."""

    system: str
    name: str
    number: str

    def __str__(self):
        return f"{self.name} ({self.system.capitalize()} {self.number})"


@dataclass(frozen=True)
class Named:
    """What the name of a file in a zip file says.

    `file` is the path that the student gave it. A later file has a greater `attachment` in
    Canvas; `late` is what Canvas says, None where nothing is said.
    """

    author: Author
    file: PurePosixPath
    attachment: int = 0
    late: bool | None = None


def read_name(path: PurePosixPath, system: str = "") -> Named | None:
    """Whose file `path` is in a zip file of `system` (of either if ""); None if of nobody."""
    for one in (system,) if system else SYSTEMS:
        pattern = {"moodle": MOODLE, "canvas": CANVAS}[one]
        for place, part in enumerate(path.parts):
            found = pattern.fullmatch(part)
            if not found:
                continue
            said = found.groupdict()
            # What lies in it: in Moodle's folder of a student, or in a zip file that was
            # handed in and is a folder here.
            below = path.parts[place + 1 :]
            file = below or [said["file"] or said.get("text")]
            if file[0]:
                return Named(
                    Author(one, said["name"], said["number"]),
                    PurePosixPath(*file),
                    int(said.get("attachment") or 0),
                    bool(said["late"]) if one == "canvas" else None,
                )
    return None


def copy_number(file: str, exercise: str) -> int | None:
    """Which copy of the exercise's notebook a file is by its name; None if of another.

    The notebook itself is 0, ``EXERCISE (2).ipynb`` and ``EXERCISE-2.ipynb`` are 2.
    """
    name = unicodedata.normalize("NFC", file).casefold()
    stem, dot, suffix = name.rpartition(".")
    if not dot or suffix != "ipynb" or not stem.startswith(exercise.casefold()):
        return None
    marks = COPY_MARKS.fullmatch(stem.removeprefix(exercise.casefold()).rstrip())
    if marks is None:
        return None
    return max([int(n) for n in marks.groups() if n], default=1 if marks[0] else 0)


def words(name: str) -> str:
    """`name` in small letters with one space between its words, to compare names."""
    return " ".join(
        re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name).casefold())
    )


def id_for(author: Author) -> str:
    """A student's id made from the name, for somebody whom the gradebook does not know."""
    made = words(author.name).replace(" ", "-")
    # Moodle's number is another one in the next exercise.
    return f"{made}-{author.number}" if author.system == "canvas" else made


@dataclass(frozen=True)
class Entry:
    """What Moodle's grading worksheet says of one participant."""

    email: str
    id_number: str
    handed_in: datetime.datetime | None


def read_worksheet(path: Path) -> dict[str, Entry]:
    """Moodle's grading worksheet by the participants' numbers.

    It has what the zip file lacks: the times of handing in, and addresses. Times are
    taken to be of this machine's zone.
    """
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    wanted = ("Identifier", "Last modified (submission)")
    there = list(rows[0]) if rows else []
    if not all(heading in there for heading in wanted):
        raise CourseError(
            f"{path} is no grading worksheet of Moodle's in English: it has no columns "
            f"{' and '.join(wanted)}, but {', '.join(map(str, there)) or 'none'}. Switch "
            "Moodle to English and choose Download grading worksheet once more."
        )
    entries = {}
    for row in rows:
        number = re.search(r"\d*$", row["Identifier"] or "")[0]
        said = (row["Last modified (submission)"] or "").strip(" -")
        try:
            time = dateutil.parser.parse(said).astimezone() if said else None
        except (ValueError, OverflowError) as error:
            raise CourseError(
                f"{path}, {row['Identifier']}: {said!r} cannot be read as a time ({error}). "
                "Wanted is, say, Sunday, 31 January 2027, 9:15 PM."
            ) from None
        entries[number] = Entry(
            (row.get("Email address") or "").strip(),
            (row.get("ID number") or "").strip(),
            time,
        )
    return entries


@dataclass
class Assigned:
    """Which author is which student, who is new to the gradebook, and who is refused, why."""

    students: dict[Author, str] = field(default_factory=dict)
    new: list[Author] = field(default_factory=list)
    refused: dict[Author, str] = field(default_factory=dict)


def assign(
    authors: Iterable[Author], people: list[Person], entries: dict[str, Entry]
) -> Assigned:
    """Find the student of the gradebook for each author: by number or address, else by name.

    Whoever is not there gets an id made from the name. Nobody is guessed: where a name
    fits two students, or two authors of one system fit one, they are refused.
    """
    authors = sorted(set(authors), key=str)
    known = {author: known_of(author, entries) for author in authors}
    index = index_of(people)
    # A number or address that fits nobody says nothing, for the gradebook may have others.
    trusted = {
        kind for said in known.values() for kind in said if (kind, said[kind]) in index
    }
    assigned = Assigned()
    for author in authors:
        found, others = candidates(author, known[author], trusted, index)
        if not words(author.name):
            assigned.refused[author] = "the name has no letters"
        elif len(found) == 1:
            assigned.students[author] = found[0].id
        elif found:
            ids = ", ".join(person.id for person in found)
            assigned.refused[author] = f"several students are called so: {ids}"
        elif others:
            assigned.refused[author] = (
                f"{others[0].id} is called so, but has another number or address in the "
                "gradebook"
            )
        else:
            assigned.students[author] = id_for(author)
            assigned.new.append(author)
    same = Counter((a.system, student) for a, student in assigned.students.items())
    for author, student in list(assigned.students.items()):
        if same[author.system, student] > 1:
            del assigned.students[author]
            assigned.refused[author] = f"several of this name would be {student}"
    assigned.new = [author for author in assigned.new if author in assigned.students]
    return assigned


def known_of(author: Author, entries: dict[str, Entry]) -> dict[str, str]:
    """What is known of an author beside the name: a number, an address."""
    if author.system == "canvas":
        return {"lms_user_id": author.number}
    entry = entries.get(author.number, Entry("", "", None))
    said = {"email": entry.email.casefold(), "lms_user_id": entry.id_number.casefold()}
    return {kind: value for kind, value in said.items() if value}


Index = dict[tuple[str, str], list[Person]]


def index_of(people: list[Person]) -> Index:
    """The students by all that they may be found by."""
    index: Index = {}
    for person in people:
        first, last = words(person.first_name), words(person.last_name)
        names = {f"{first} {last}".strip(), f"{last} {first}".strip()} - {""}
        keys = {
            *(("moodle", name) for name in names),
            *(("canvas", name.replace(" ", "")) for name in names),
            *((kind, value_of(person, kind)) for kind in ("lms_user_id", "email")),
            ("id", person.id),
        }
        for key in keys:
            index.setdefault(key, []).append(person)
    return index


def value_of(person: Person, kind: str) -> str:
    return getattr(person, kind).casefold()


def candidates(
    author: Author, known: dict[str, str], trusted: set[str], index: Index
) -> tuple[list[Person], list[Person]]:
    """The students who may be `author`, and those who are only called so."""
    for kind, value in known.items():
        if found := index.get((kind, value)):
            return found, []
    name = words(author.name)
    name = name.replace(" ", "") if author.system == "canvas" else name
    if called_so := index.get((author.system, name)):
        others = [
            person
            for person in called_so
            if any(
                value_of(person, kind) not in ("", known[kind])
                for kind in trusted & known.keys()
            )
        ]
        return [person for person in called_so if person not in others], others
    # Whom an earlier collecting has made up has an id and no name.
    same_id = index.get(("id", id_for(author)), [])
    nameless = [p for p in same_id if not (p.first_name or p.last_name)]
    return nameless, [person for person in same_id if person not in nameless]
