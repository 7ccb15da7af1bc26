"""Who is finished with an exercise, and why the others are not."""

from dataclasses import dataclass, field
from enum import StrEnum

from grading.course import Course, CourseError
from grading.people.class_list import split_by_class
from grading.results.read import Graded, read_people, read_results
from grading.submission.exchange import is_interrupted
from grading.submission.folder import Submission
from grading.times import read_stamp
from grading.verdict import Status


class Why(StrEnum):
    """Why somebody is left out, in the order in which it is said."""

    NOT_GRADED = "handed in and not graded"
    NEWER = "handed in anew since it was graded"
    WAITS = "an answer waits for a mark by hand"
    NO_PAGE = "the page could not be written, so marks at most"
    NOT_IN_CLASS = "not in the class list"
    NO_NAME = "not in what was collected from {system}, so no page"
    OF_A_GROUP = (
        "no page, for {system} shows one to a whole group, and its members' are not the "
        "same, or some are not finished"
    )
    NO_ROW = "not in the worksheet, so no marks"
    NOT_BY_EXCHANGE = "the submission did not come through the exchange"
    NOT_RELEASED = "nbgrader could not release the page"
    NOT_HANDED_IN = "not handed in"


BY_YOURSELF = "give them feedback/STUDENT/{exercise}/{exercise}.html yourself"
TO_DO = {
    Why.NOT_GRADED: "grading autograde {exercise}",
    Why.NEWER: "grading autograde {exercise}",
    Why.WAITS: "grading mark",
    Why.NO_PAGE: "grading autograde {exercise} --force",
    Why.NOT_IN_CLASS: "enter them in it, or remove submitted/STUDENT",
    Why.NO_NAME: BY_YOURSELF,
    Why.OF_A_GROUP: BY_YOURSELF,
    Why.NO_ROW: "type their marks in, or give a newer worksheet (--worksheet FILE)",
    Why.NOT_BY_EXCHANGE: BY_YOURSELF,
    Why.NOT_RELEASED: "run this again",
}
UNFINISHED = (Why.NEWER, Why.WAITS)  # there is a page, and points that may change


@dataclass
class Finished:
    """By student what those have got who have a page, and why somebody is not finished."""

    max_points: float
    graded: dict[str, Graded] = field(default_factory=dict)
    left_out: dict[str, Why] = field(default_factory=dict)

    def chosen(self, unfinished: bool) -> list[str]:
        """Whose page goes out: of those who are finished, or also of the `unfinished`."""
        return [
            student
            for student in self.graded
            if student not in self.left_out
            or unfinished
            and self.left_out[student] in UNFINISHED
        ]

    def without(self, chosen: list[str]) -> dict[str, Why]:
        """Who is left out where the page of those `chosen` goes out."""
        return {one: why for one, why in self.left_out.items() if one not in chosen}


def read_finished(course: Course, exercise: str) -> Finished:
    """How far everybody in the class is, and who has handed in beside them."""
    results = read_results(course, exercise)
    if results is None:
        raise CourseError(
            f"The gradebook does not know {exercise}: nothing of it is graded yet. Enter it "
            f"(grading enter {exercise}), collect and grade."
        )
    handed_in = [
        Submission(course, exercise, one) for one in course.handed_in(exercise)
    ]
    inside, strangers = split_by_class(course, handed_in)
    found = Finished(results.max_points)
    by_hand = {part.grade_id for part in results.parts if part.by_hand}
    for got in results.graded:
        why = why_unfinished(Submission(course, exercise, got.student), got, by_hand)
        if why is not Why.NOT_GRADED:
            found.graded[got.student] = got
        if why:
            found.left_out[got.student] = why
    there = {got.student for got in results.graded}
    found.left_out |= {
        one.student: Why.NOT_GRADED for one in inside if one.student not in there
    }
    found.left_out |= {one.student: Why.NOT_IN_CLASS for one in strangers}
    there |= {one.student for one in handed_in}
    found.left_out |= {
        person.id: Why.NOT_HANDED_IN
        for person in read_people(course)
        if person.id not in there
    }
    return found


def why_unfinished(
    submission: Submission, got: Graded, by_hand: set[str]
) -> Why | None:
    """Why what somebody has got is not the last word; None if it is."""
    graded = submission.graded.parent
    has_not_run = any(
        points is None and part not in by_hand for part, points in got.points.items()
    )
    if (
        got.verdict.status is Status.NOT_GRADED
        or not got.points
        or has_not_run
        or is_interrupted(graded)
    ):
        return Why.NOT_GRADED
    if submission.folder.is_dir() and submission.time != read_stamp(graded).time:
        return Why.NEWER
    return Why.WAITS if got.waiting else None
