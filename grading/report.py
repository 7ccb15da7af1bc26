"""The report: how a class has done and what needs attention, as one page.

It shows what gradebook and graded notebooks hold, by the template ``templates/report``, and
needs neither a network nor a script to be read.
"""

import datetime
import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from sqlalchemy.engine import make_url

from coursework.notebook_file import as_text
from grading.course import Course, CourseError
from grading.deadlines.extensions import read_extensions
from grading.deadlines.zone import in_zone
from grading.gradebook import file_of
from grading.people.class_list import split_by_class
from grading.private_file import private
from grading.results.attention import REMARKS, attention
from grading.results.class_table import class_table
from grading.results.histogram import bar_width, histogram
from grading.results.item_analysis import FEW, TOO_FEW
from grading.results.mistakes import frequent_mistakes
from grading.results.read import Person, read_people, read_results
from grading.results.summary import ClassSummary, ExerciseSummary, short_name
from grading.submission.folder import Submission
from grading.term.standing import AT_RISK
from grading.term.table import TermTable
from grading.verdict import Status
from grading.words import counted, duration

STATUSES = {
    Status.GRADED: "all cells ran",
    Status.TIMED_OUT: "a cell, or the whole notebook, took too long",
    Status.CRASHED: "a cell ended Python, took too much memory or printed without end",
    Status.MALFORMED: "the file is no notebook",
    Status.MISSING: "there is no notebook among the files",
    Status.ANOTHER_EXERCISE: "the notebook is of another exercise",
    Status.NOTEBOOK_GONE: "it has points, but no notebook in autograded/; grade it again",
}
MOST = 10  # rows of a table of people, reasons or findings; the others are counted


def write_report(
    course: Course, exercises: list[str], path: Path, tell: Callable[[str], None]
) -> None:
    """Write the page about `exercises` to `path`, all of it or nothing."""
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise CourseError(
            f"{path} cannot be written. Name a file in a folder that exists and is yours, "
            "such as --to report.html"
        )
    gradebook = describe_gradebook(course)
    people = {person.id: person for person in read_people(course)}
    summary = summarize(course, exercises, people, tell)
    tell("writing the page")
    now = datetime.datetime.now(datetime.UTC)
    where = class_table(summary, read_extensions(course), now.replace(tzinfo=None))
    term = term_of(course, summary, people)
    at_risk = {
        one: term.standings[one].risks
        for one in summary.known
        if one in people and term.standings[one].risks
    }
    page = template(course, people).render(
        summary=summary,
        attention=attention(summary, at_risk),
        rows=where,
        totals=term.totals(),
        rule=term.term.rule.in_words(),
        at_risk=at_risk,
        mistakes=frequent_mistakes(summary.exercises, MOST),
        course_id=course.nbgrader.coursedir.course_id,
        folder=course.root,
        gradebook=gradebook,
        made=now,
    )
    with private(path) as half:
        half.write_text(page, encoding="utf-8")


def summarize(
    course: Course,
    exercises: list[str],
    people: dict[str, Person],
    tell: Callable[[str], None],
) -> ClassSummary:
    """What has come of `exercises`; CourseError if that is nothing at all."""
    inside, strangers = split_by_class(
        course,
        [
            Submission(course, exercise, student)
            for exercise in exercises
            for student in course.handed_in(exercise)
        ],
    )
    submitted: dict[str, list[str]] = {exercise: [] for exercise in exercises}
    for one in inside:
        submitted[one.exercise].append(one.student)
    known = {*people, *(name for names in submitted.values() for name in names)}
    begun, not_begun, unknown = [], [], []
    for exercise in exercises:
        tell(f"{exercise}: reading the results")
        results = read_results(course, exercise)
        if results is None and submitted[exercise]:
            unknown.append(exercise)
        elif results is None or not (results.graded or submitted[exercise]):
            not_begun.append(exercise)
        else:
            begun.append(ExerciseSummary(results, submitted[exercise], known))
    if not begun and not unknown:
        raise CourseError(
            f"Nobody has handed in {', '.join(exercises)}, so there is nothing to report. "
            f"Collect and grade first: grading autograde {exercises[0]}"
        )
    return ClassSummary(
        begun,
        not_begun,
        unknown,
        sorted(known, key=by_name(people)),
        sorted({one.student for one in strangers}),
    )


def term_of(
    course: Course, summary: ClassSummary, people: dict[str, Person]
) -> TermTable:
    """What the summary's exercises come to for those in the class."""
    results = [one.results for one in summary.exercises]
    return TermTable(course, results, people.values(), course.exercises)


def describe_gradebook(course: Course) -> str:
    """Which gradebook the course has and when it last changed; CourseError if none."""
    path = file_of(course)
    if path is None:
        url = make_url(course.nbgrader.coursedir.db_url)
        return f"the gradebook {url.render_as_string(hide_password=True)}"
    if not path.exists():
        raise CourseError(
            f"There is no gradebook {path}, so nothing has been graded yet and there is "
            "nothing to report. Grade first: grading autograde EXERCISE"
        )
    changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
    name = path.name if path.parent == course.root else path
    return f"{name} (last changed {in_zone(course.settings, changed)})"


def template(course: Course, people: dict[str, Person]):
    """The page's template; every text in it is escaped, for submissions bring some along."""
    environment = Environment(
        loader=PackageLoader("grading", "templates/report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": number,
        "percent": percent,
        "correlation": correlation,
        "duration": duration,
        "moment": lambda time: in_zone(course.settings, time),
        "count": counted,
        "bar_width": bar_width,
        "person": lambda student: called(student, people),
        "email": lambda student: people[student].email if student in people else "",
        "short": short_name,
    }
    environment.globals |= {
        "histogram": histogram,
        "STATUSES": STATUSES,
        "REMARKS": REMARKS,
        "AT_RISK": AT_RISK,
        "MOST": MOST,
        "FEW": FEW,
        "TOO_FEW": TOO_FEW,
    }
    return environment.get_template("index.html.j2")


def by_name(people: dict[str, Person]) -> Callable[[str], tuple[str, ...]]:
    """The order of a class list: by last name, or by id where no name is known."""

    def place(student: str) -> tuple[str, ...]:
        person = people.get(student)
        names = (person.last_name, person.first_name) if person else ()
        return (*(name.casefold() for name in names if name), student)

    return place


def called(student: str, people: dict[str, Person]) -> str:
    """A student's name and id, or the id alone where no name is known."""
    person = people.get(student)
    name = f"{person.first_name} {person.last_name}".strip() if person else ""
    # The name of a folder may be no text.
    return as_text(f"{name} ({student})" if name else student)


def number(value: float, decimals: int = 2) -> str:
    """`value` with so many decimals at most: 3, 2.5, 1.67."""
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """`share` in percent; 0 and 100 are said of none and all only."""
    if 0 < share < 0.01:
        return "under 1 %"
    if 0.99 < share < 1:
        return "over 99 %"
    return f"{100 * share:.0f} %"


def correlation(value: float | None) -> str:
    """With two decimals, never -0.00; "-" where there is none."""
    return "-" if value is None else f"{round(value, 2) + 0.0:.2f}"
