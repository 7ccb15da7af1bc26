"""Due dates: one for each exercise, in nbgrader's gradebook, where the formgrader shows it."""

import datetime

from nbgrader.api import Assignment, Gradebook

from grading.course import Course, CourseError
from grading.deadlines.extensions import give_to_submissions
from grading.deadlines.zone import zone_called, zone_of
from grading.gradebook import transaction
from grading.times import UTC, NotATime, parse_time

HOW = 'Write it as "2027-01-31 23:59", with a zone (Europe/Berlin, +01:00, UTC) if it is another.'


def read_due(course: Course) -> dict[str, datetime.datetime]:
    """The due dates in UTC, without saying so, of the exercises that have one."""
    with course.nbgrader.gradebook as gradebook:
        return {
            assignment.name: assignment.duedate
            for assignment in gradebook.db.query(Assignment)
            if assignment.duedate
        }


def set_due(course: Course, exercises: list[str], said: str, zone: str = "") -> None:
    """Let `exercises` be due at the time `said`, also for what is graded already.

    Without a zone in it the time is of the zone called `zone`, or the course's.
    """
    of = zone_called(zone, "--zone") if zone else zone_of(course.settings)
    try:
        time = parse_time(said, of).astimezone(UTC).replace(tzinfo=None)
    except NotATime as error:
        raise CourseError(f"The due date: {error}. {HOW}") from None
    with transaction(course) as gradebook:
        for exercise in exercises:
            enter(gradebook, exercise, time)


def remove_due(course: Course, exercises: list[str]) -> None:
    """Let `exercises` have no due date."""
    with transaction(course) as gradebook:
        for exercise in exercises:
            enter(gradebook, exercise, None)


def enter(gradebook: Gradebook, exercise: str, time: datetime.datetime | None) -> None:
    gradebook.update_or_create_assignment(exercise, duedate=time)
    gradebook.db.flush()
    give_to_submissions(gradebook, exercise)
