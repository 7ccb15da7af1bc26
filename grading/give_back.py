"""Giving back: feedback and marks of an exercise to Moodle, to Canvas, or by the exchange.

What the platforms want was read in their sources (Moodle: ``mod/assign/feedback/file`` and
``offline``, Canvas: ``infer_comment_context_from_filename``) and not tried on a real one.
Marks come first: Moodle leaves a grade alone that is newer than its worksheet, and a feedback
file makes it so.
"""

import csv
import io
from dataclasses import dataclass, field, replace
from pathlib import Path

from grading.arrival.lms import SYSTEMS
from grading.course import Course, at_work
from grading.export import CanvasExport, number
from grading.results.read import read_people, read_results
from grading.returning.files import write_files
from grading.returning.finished import Finished, Why, read_finished
from grading.returning.pages import write_pages
from grading.returning.recipients import Recipients, read_recipients
from grading.returning.release import came_by_exchange, release
from grading.returning.worksheet import fill_in

WAYS = (*SYSTEMS, "exchange")


@dataclass
class GivenBack:
    """Whose pages went out, in which files, who is left out and why, and remarks."""

    students: list[str] = field(default_factory=list)
    left_out: dict[str, Why] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def leave_out(self, students: set[str], why: Why) -> None:
        self.left_out |= dict.fromkeys(students, why)


def by_exchange(course: Course, exercise: str, unfinished: bool = False) -> GivenBack:
    """Release the pages of those who are finished, or also of the `unfinished`."""
    with at_work(course):
        finished = read_finished(course, exercise)
        students = finished.chosen(unfinished)
        given = GivenBack(left_out=finished.without(students))
        came = [one for one in students if came_by_exchange(course, exercise, one)]
        given.leave_out({*students} - {*came}, Why.NOT_BY_EXCHANGE)
        pages = write_pages(course, exercise, came)
        given.leave_out({*came} - {*pages}, Why.NO_PAGE)
        failed = release(course, exercise, [*pages])
        given.leave_out({*failed}, Why.NOT_RELEASED)
        given.students = [one for one in pages if one not in failed]
    return given


def to_platform(
    course: Course,
    exercise: str,
    system: str,
    folder: Path,
    unfinished: bool = False,
    worksheet: Path | None = None,
    groups: Path | None = None,
) -> GivenBack:
    """Write the zip file of pages and the file of marks for Moodle or Canvas, or neither."""
    with at_work(course):
        finished = read_finished(course, exercise)
        students = finished.chosen(unfinished)
        given = GivenBack(left_out=finished.without(students))
        recipients = read_recipients(course, exercise, system, worksheet, groups)
        known = [one for one in students if one in recipients.by_student]
        given.leave_out({*students} - {*known}, Why.NO_NAME)
        if system == "canvas":
            marks = canvas_marks(course, exercise, students, recipients, given)
        else:
            marks = moodle_marks(finished, known, recipients, given)
        pages = write_pages(course, exercise, known)
        given.leave_out({*known} - {*pages}, Why.NO_PAGE)
        named = name_pages(f"{exercise}.html", pages, recipients, given)
        contents: dict[Path, bytes | dict[str, bytes]] = {}
        if marks:
            contents[folder / f"marks-{system}-{exercise}.csv"] = marks
        if named:
            contents[folder / f"feedback-{system}-{exercise}.zip"] = named
        write_files(contents)
        given.files = [*contents]
        if Why.NO_NAME in given.left_out.values():
            refused = recipients.refused.items()
            given.remarks += [f"{author}: {reason}" for author, reason in refused]
    return given


def name_pages(
    file: str, pages: dict[str, bytes], recipients: Recipients, given: GivenBack
) -> dict[str, bytes]:
    """The pages by the names that the platform knows; of a group, one for all."""
    named = {}
    for student, page in pages.items():
        recipient = recipients.by_student[student]
        if all(pages.get(one) == page for one in recipient.students):
            named[recipient.name_of(file)] = page
            given.students.append(student)
        else:
            given.left_out[student] = Why.OF_A_GROUP
    return named


def moodle_marks(
    finished: Finished, students: list[str], recipients: Recipients, given: GivenBack
) -> bytes | None:
    """Moodle's worksheet with the marks of `students`; None without it, or without marks."""
    if not recipients.worksheet:
        given.remarks.append(
            "without Moodle's grading worksheet there is no file of marks: give it "
            "(--worksheet FILE), or use grading export --format moodle"
        )
        return None
    grades = {}
    for student in students:
        recipient = recipients.by_student[student]
        if recipient.number in recipients.entries and len(recipient.students) == 1:
            grades[recipient.number] = number(finished.graded[student].total)
        else:
            given.left_out[student] = Why.NO_ROW
    filled = fill_in(recipients.worksheet, grades, finished.max_points)
    given.remarks += [
        f"{name}: Moodle lets nobody change the grade in this row"
        for name in filled.locked
    ]
    return filled.content if grades else None


def canvas_marks(
    course: Course,
    exercise: str,
    students: list[str],
    recipients: Recipients,
    given: GivenBack,
) -> bytes | None:
    """The gradebook as Canvas imports it, also by the numbers that its own names give."""
    results = read_results(course, exercise, notebooks=False)
    people = [one for one in read_people(course) if one.id in students]
    for place, person in enumerate(people):
        recipient = recipients.by_student.get(person.id)
        if recipient and len(recipient.students) == 1 and not person.lms_user_id:
            people[place] = replace(person, lms_user_id=recipient.number)
    exporter = CanvasExport(parent=course.nbgrader)
    rows = io.StringIO(newline="")
    csv.writer(rows).writerows(exporter.rows(people, [results] if results else []))
    given.remarks += exporter.remarks
    return rows.getvalue().encode() if people else None
