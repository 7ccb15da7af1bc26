"""Marks as files: CSV for people, and what the grade imports of Moodle and Canvas take.

The three are exporters of nbgrader's, so that ``nbgrader export
--exporter=grading.export.MoodleExport`` writes the same as ``grading export``.

What the two imports want was read in their sources (Moodle: ``grade/import/csv``, Canvas:
``lib/gradebook_importer.rb``); the exporters say what follows from it.
"""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nbgrader.plugins import ExportPlugin
from traitlets import Enum

from grading.course import Course, CourseError
from grading.decisions.notes import in_cells
from grading.marking.record import history
from grading.private_file import private
from grading.results.read import (
    ExerciseResults,
    Graded,
    Person,
    read_people,
    read_results,
)
from grading.term.table import TermTable
from grading.verdict import Status, Verdict

BYS = ("exercise", "test", "question")
# What becomes of an answer that nobody has marked yet.
WHAT_WAITS = {
    "exercise": "count 0 so far, or an earlier mark",
    "term": "count neither for nor against anybody, or by an earlier mark",
}
FORMULA = tuple("=+-@")
LINES = "\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# Where a cell may begin: in front, and behind what spreadsheets split at, whatever stands in
# quotation marks of commas. They skip these marks, and some of them spaces.
STARTS = re.compile(r"""(?:^|[,;|])[ "\xa0\u200b\ufeff]*""")


class MarksExport(ExportPlugin):
    """What the three exporters share: whose marks for what, and what to say about them."""

    by = Enum(
        (*BYS, "term"),
        "exercise",
        help="points of each exercise or test, all marks by hand, or a term's totals",
    ).tag(config=True)
    usual_file = "marks.csv"
    heading_rows = 1
    encoding = "utf-8"
    reads_notebooks = False

    def __init__(self, **kwargs) -> None:
        super().__init__(**kwargs)
        # What the person who exports has to know; nbgrader's own command logs it.
        self.remarks: list[str] = []

    @property
    def path(self) -> Path:
        usual = Path(self.usual_file)
        if self.by == "term":
            usual = usual.with_stem(f"{usual.stem}-term")
        return Path(self.to or usual)

    def export(self, gradebook) -> None:
        """Write the marks that `gradebook` holds to ``self.path``."""
        course = Course(Path(self.parent.coursedir.root))
        # The command may name another gradebook than the settings do.
        course.nbgrader.coursedir.db_url = self.parent.coursedir.db_url
        wanted = [str(student) for student in self.student]
        people = [p for p in read_people(course) if not wanted or p.id in wanted]
        names = [assignment.name for assignment in gradebook.assignments]
        found = (
            read_results(
                course,
                name,
                notebooks=self.reads_notebooks and self.by == "exercise",
            )
            for name in sorted(self.chosen(names))
        )
        # Another process may have taken one out of the gradebook since, and one that has a
        # due date and nothing else has no marks yet.
        results = [one for one in found if one and (one.parts or one.dropped)]
        self.history = {
            one.exercise: history(gradebook, one.exercise)
            for one in results
            if self.by == "question"
        }
        self.remarks = remarks_on(results, people, self.by)
        self.remarks += self.not_graded(course, results)
        self.notes = in_cells(course)
        if self.by == "term":
            self.term = TermTable(course, results, people, names)
            self.remarks += self.term.remarks()
        rows = list(self.rows(people, results))
        if not (people and results) or len(rows) <= self.heading_rows:
            refuse_to_empty(self.path, self.heading_rows)
        with (
            private(self.path) as half,
            half.open("w", newline="", encoding=self.encoding) as file,
        ):
            csv.writer(file).writerows(rows)
        for remark in self.remarks:
            self.log.warning(remark)

    def not_graded(self, course: Course, results: list[ExerciseResults]) -> list[str]:
        """Remarks on hand-ins of which the gradebook knows nothing."""
        remarks = []
        for one in results:
            graded = {each.student for each in one.graded}
            waiting = [s for s in course.handed_in(one.exercise) if s not in graded]
            if waiting:
                remarks.append(
                    f"{one.exercise}: handed in and not graded, so without marks here: "
                    f"{', '.join(waiting)}"
                )
        return remarks

    def chosen(self, known: list[str]) -> list[str]:
        """The exercises to export: those asked for, or all of the gradebook."""
        wanted = [str(name) for name in self.assignment]
        if unknown := [name for name in wanted if name not in known]:
            raise CourseError(
                f"The gradebook does not know {', '.join(unknown)}. It has marks for: "
                f"{', '.join(sorted(known)) or 'nothing'}. Enter an exercise with "
                f"grading enter {unknown[0]}."
            )
        return wanted or known

    def rows(
        self, people: list[Person], results: list[ExerciseResults]
    ) -> Iterable[list]:
        """The rows of the file, headings first."""
        raise NotImplementedError

    def columns(self, results: list[ExerciseResults]) -> list["Column"]:
        """A column for each exercise, or for each test, or one for the total."""
        if self.by == "question":
            raise CourseError(
                "Who marked which question, and when, is written as csv only: leave out "
                "--format."
            )
        if self.by == "term":
            return [Column("Total", 100.0, self.term.totals())]
        return [
            column
            for one in results
            for column in (
                [of_exercise(one)] if self.by == "exercise" else of_parts(one)
            )
        ]


class CsvExport(MarksExport):
    """A file for people and their spreadsheets: one row a student and exercise, or test.

    By exercise it has the columns of nbgrader's own CSV, and beside them how many points
    wait for a mark by hand and the status. As there, an exercise that was not handed in
    counts 0; its status says so, and notes say what was decided. By test, what waits for a
    mark is an empty cell. Of a term there is one row a student, in percent.

    Names keep commas, quotes and umlauts. A text that a spreadsheet would take for a
    formula gets an apostrophe in front. The file begins with the mark by which Excel
    knows UTF-8 (Python reads it as ``utf-8-sig``).
    """

    encoding = "utf-8-sig"
    reads_notebooks = True

    def rows(self, people, results):
        if self.by == "question":
            yield from self.rows_by_question(people)
            return
        if self.by == "term":
            for row in self.term.rows(self.notes):
                yield [safe(c) if isinstance(c, str) else number(c) for c in row]
            return
        by_exercise = self.by == "exercise"
        yield BY_EXERCISE if by_exercise else BY_TEST
        for one in results:
            graded = {each.student: each for each in one.graded}
            for person in people:
                # Whoever handed nothing in has 0 for everything.
                got = graded.get(person.id) or nothing_from(person.id, one)
                who = [person.id, person.last_name, person.first_name, person.email]
                if by_exercise:
                    yield [
                        *(safe(text) for text in (one.exercise, one.due or "")),
                        *(safe(text) for text in (got.handed_in or "", *who)),
                        *(number(got.earned), number(got.penalty), number(got.total)),
                        *(number(one.max_points), number(waiting(one, got))),
                        safe(got.verdict.status),
                        safe(self.notes.get((person.id, one.exercise), "")),
                    ]
                    continue
                for part in one.parts:
                    points = got.points.get(part.grade_id, 0.0)
                    yield [
                        *(safe(text) for text in (one.exercise, part.grade_id)),
                        *(safe(text) for text in who),
                        *(number(points), number(part.max_points)),
                    ]

    def rows_by_question(self, people: list[Person]) -> Iterable[list]:
        """Each mark that was given in the page for marking, and what it replaced."""
        yield BY_QUESTION
        ids = {person.id for person in people}
        for exercise, marks in self.history.items():
            for mark in marks:
                if mark.student in ids:
                    yield [
                        *(safe(exercise), safe(mark.question), safe(mark.student)),
                        *(number(mark.points), safe(mark.comment), safe(mark.by)),
                        f"{mark.at:%Y-%m-%d %H:%M:%S} UTC",
                        *(number(mark.points_before), safe(mark.comment_before)),
                        "" if mark.takes_back is None else "yes",
                    ]


BY_EXERCISE = [
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name"),
    *("email", "raw_score", "late_submission_penalty", "score", "max_score"),
    *("waiting_for_mark", "status", "notes"),
]
BY_QUESTION = [
    *("exercise", "question", "student_id", "points", "comment", "marked_by", "at"),
    *("points_before", "comment_before", "took_back"),
]
BY_TEST = [
    *("assignment", "test", "student_id", "last_name", "first_name", "email"),
    *("score", "max_score"),
]


class MoodleExport(MarksExport):
    """For Moodle's *Grades > Import > CSV file*: one row a student.

    Moodle finds a student by one column that the instructor names. If that cell is empty,
    it gives the row's grades to the student of the row before; if it does not know what
    stands there, it imports nothing at all. So the file has one such column, and students
    for whom there is nothing to put there are left out and named. It is the email address
    (``Email address``), or, where nobody has one, the gradebook's LMS user id (``ID
    number``) or the gradebook's id (``Username``); `identify` says otherwise.

    ``-`` is Moodle's word for no grade: not handed in or, by test, not marked yet.
    """

    usual_file = "marks-moodle.csv"
    identify = Enum(
        ("", "email", "idnumber", "username"),
        "",
        help="by what Moodle finds a student; '' for the first that anybody has",
    ).tag(config=True)
    IDENTIFIERS = {
        "email": ("Email address", lambda person: person.email),
        "idnumber": ("ID number", lambda person: person.lms_user_id),
        "username": ("Username", lambda person: person.id),
    }

    def rows(self, people, results):
        chosen = self.identify or next(
            (
                kind
                for kind, (_, value) in self.IDENTIFIERS.items()
                if any(value(person) for person in people)
            ),
            "username",
        )
        heading, value = self.IDENTIFIERS[chosen]
        if without := [person.id for person in people if not value(person)]:
            column = "email" if chosen == "email" else "lms_user_id"
            self.remarks.append(
                f"left out, for the gradebook has no {heading} of them, and Moodle would "
                f"not know who they are: {', '.join(without)}. Enter it: grading class "
                f"FILE.csv, a file with the columns id and {column}"
            )
        self.remarks += like_formulas(people, value)
        columns = self.columns(results)
        yield [heading, "First name", "Last name", *(c.heading for c in columns)]
        for person in people:
            if value(person):
                # Moodle does not look at the names.
                names = [safe(person.first_name), safe(person.last_name)]
                cells = [column.cell(person.id, missing="-") for column in columns]
                yield [value(person), *names, *cells]


class CanvasExport(MarksExport):
    """For Canvas's *Gradebook > Import*: one row a student.

    Canvas wants its own first five columns and a row of points possible. It looks for a
    student by ``ID`` (its own number, the gradebook's LMS user id), then by ``SIS User
    ID`` (an LMS user id that is no number), ``SIS Login ID`` (the gradebook's id) and
    name. It knows an assignment by its name, and offers to make those that it does not
    know.

    An empty cell is no grade: not handed in or, by test, not marked yet.
    """

    usual_file = "marks-canvas.csv"
    heading_rows = 2

    def rows(self, people, results):
        columns = self.columns(results)
        if without := [person.id for person in people if not person.lms_user_id]:
            self.remarks.append(
                f"students without an LMS user id in the gradebook: {len(without)}; "
                "Canvas will look for them by login and name"
            )
        self.remarks += like_formulas(people, lambda person: person.lms_user_id)
        self.remarks += like_formulas(people, lambda person: person.id)
        yield [
            *("Student", "ID", "SIS User ID", "SIS Login ID", "Section"),
            *(column.heading for column in columns),
        ]
        points = (number(column.max_points) for column in columns)
        yield ["    Points Possible", "", "", "", "", *points]
        for person in people:
            lms_id = person.lms_user_id
            yield [
                # Canvas looks at the name last.
                safe(
                    ", ".join(filter(None, [person.last_name, person.first_name]))
                    or person.id
                ),
                *((lms_id, "") if lms_id.isdecimal() else ("", lms_id)),
                *(person.id, ""),
                *(column.cell(person.id, missing="") for column in columns),
            ]


def refuse_to_empty(path: Path, heading_rows: int) -> None:
    """Refuse to write nothing but headings over a file that has more."""
    if path.exists() and len(path.read_bytes().splitlines()) > heading_rows:
        raise CourseError(
            f"The gradebook has no marks to write, and {path} was left as it is. Is the "
            "gradebook another one than before? grading doctor says so, and how to put a "
            "copy of it back. To write a file without marks: --to ANOTHER-FILE."
        )


EXPORTERS = {"csv": CsvExport, "moodle": MoodleExport, "canvas": CanvasExport}


@dataclass(frozen=True)
class Column:
    """The points of all who handed in, for an exercise or a part of one."""

    heading: str
    max_points: float
    points: Mapping[str, float | None]

    def cell(self, student: str, missing: str) -> str:
        """The points of `student`; `missing` where there are none."""
        return number(self.points.get(student)) or missing


def of_exercise(one: ExerciseResults) -> Column:
    points = {graded.student: graded.total for graded in one.graded}
    return Column(one.exercise, one.max_points, points)


def of_parts(one: ExerciseResults) -> list[Column]:
    return [
        Column(
            f"{one.exercise}: {part.grade_id}",
            part.max_points,
            {each.student: each.points.get(part.grade_id, 0.0) for each in one.graded},
        )
        for part in one.parts
    ]


def like_formulas(people: list[Person], value: Callable[[Person], str]) -> list[str]:
    """A remark on what has to stay as it is, and begins like a formula."""
    found = [person.id for person in people if safe(value(person)) != value(person)]
    if not found:
        return []
    who = ", ".join(found)
    why = "what says who they are begins like a formula, and has to stay as it is"
    return [f"open this file in no spreadsheet before the import: {who} ({why})"]


def number(points: float | None) -> str:
    """Points with a decimal point, however the machine writes numbers; "" for None."""
    return "" if points is None else f"{points:.10g}"


def harmless(text: object) -> str:
    """`text` so that no spreadsheet takes it, or what follows a separator, for a formula."""
    text = str(text)
    for start in reversed([*STARTS.finditer(text)]):
        place = start.end()
        # NFKC also knows a wide = of Japanese.
        if unicodedata.normalize("NFKC", text[place : place + 1]) in FORMULA:
            text = f"{text[:place]}'{text[place:]}"
    return f"'{text}" if text and text[0] in LINES else text


def safe(text: object) -> str:
    """`text` on one line, harmless also where lines or tabs end a cell."""
    return harmless(re.sub(f"[{LINES}]+", " ", str(text)))


def nothing_from(student: str, one: ExerciseResults) -> Graded:
    """The marks of somebody who handed nothing in."""
    points: dict[str, float | None] = {part.grade_id: 0.0 for part in one.parts}
    verdict = Verdict(Status.NOT_HANDED_IN)
    return Graded(student, None, 0.0, points=points, verdict=verdict)


def waiting(one: ExerciseResults, graded: Graded) -> float:
    """The points of the questions that nobody has marked yet."""
    return sum(part.max_points for part in one.parts if part.grade_id in graded.waiting)


def remarks_on(
    results: list[ExerciseResults], people: list[Person], by: str
) -> list[str]:
    """What somebody has to know who takes these marks for the last word."""
    remarks = [] if people else ["the gradebook has no such students"]
    ids = {person.id for person in people}
    for one in results:
        graded = [each for each in one.graded if each.student in ids]
        if unmarked := sum(len(each.waiting) for each in graded):
            students = sum(waiting(one, each) > 0 for each in graded)
            so_far = WHAT_WAITS.get(by, "have no points here")
            remarks.append(
                f"{one.exercise}: answers that wait for a mark by hand: {unmarked} "
                f"(students: {students}); they {so_far}"
            )
        if one.dropped:
            remarks.append(
                f"{one.exercise}: taken out of the count (grading drop-test): "
                f"{', '.join(one.dropped)}"
            )
        if by == "test" and any(each.penalty for each in graded):
            remarks.append(
                f"{one.exercise}: points of tests are without the penalties for handing in "
                "late; those are in the export by exercise"
            )
    return remarks


def export(
    course: Course,
    style: str,
    by: str = "exercise",
    exercises: Iterable[str] = (),
    to: Path | None = None,
    identify: str = "",
) -> tuple[Path, list[str]]:
    """Write the marks of `exercises` (all by default); the file, and what to say about it."""
    exporter = EXPORTERS[style](parent=course.nbgrader, by=by)
    exporter.assignment = list(exercises)
    exporter.to = str(to or "")
    if identify:
        if style != "moodle":
            raise CourseError(
                "Only Moodle's file can identify students in several ways."
            )
        exporter.identify = identify
    with course.nbgrader.gradebook as gradebook:
        exporter.export(gradebook)
    return exporter.path, exporter.remarks
