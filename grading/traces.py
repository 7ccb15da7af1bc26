"""What the course holds of one person: rows, folders and downloaded files."""

from dataclasses import dataclass, field
from pathlib import Path, PurePath

from coursework.archives import UNREADABLE
from grading.arrival.kept import GROUPS, WORKSHEET
from grading.arrival.lms import Author
from grading.arrival.plan import OF_GROUPS
from grading.arrival.returning import keys_of, keys_of_author
from grading.arrival.rewrite import authors_in
from grading.arrival.roster import Roster
from grading.course import Course, CourseError
from grading.ids import id_of, safe_id
from grading.people import removed
from grading.people.rows import count_student
from grading.results.read import Person, read_people
from grading.submission.folder import is_hidden

STEPS = ("submitted", "autograded", "feedback")
ASIDE = ".grading-removed"
COPIES = (
    *("gradebook.db?*", "marks*.csv", "report.html", "feedback-*.zip", ".nbgrader.log"),
    *(f"downloaded/*/{name}" for name in (WORKSHEET, GROUPS)),
)
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
    there = [
        path
        for step in STEPS
        for path in entries(course.root / step)
        if path.is_dir() and not is_hidden(PurePath(path.name))
    ]
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
        extracted = exercise / "extracted"
        of_groups = [path.name for path in entries(extracted / OF_GROUPS)]
        is_touched = kept or any(found) or traces.student in of_groups
        unpacked = [extracted] if is_touched else []
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
    """Files that were made before, and lists with others in them."""
    found = [path for pattern in COPIES for path in course.root.glob(pattern)]
    return [
        str(path.relative_to(course.root))
        for path in sorted(found)
        if not path.name.endswith(OF_SQLITE)
    ]


def in_exchange(course: Course, student: str) -> list[str]:
    """What the exchange still has, which `nbgrader collect` would bring back."""
    root = course.settings.get("Exchange", {}).get("root")
    if not isinstance(root, str):
        return []
    inbound = Path(root) / course.nbgrader.coursedir.course_id / "inbound"
    return [
        str(path) for path in entries(inbound) if path.name.startswith(f"{student}+")
    ]


def aside_of(course: Course, student: str) -> Path:
    """Where files wait until the gradebook has changed, too."""
    return course.root / ASIDE / (safe_id(student) or "nameless")


def entries(folder: Path) -> list[Path]:
    """What lies in a folder, nothing if there is none."""
    return sorted(folder.iterdir()) if folder.is_dir() else []
