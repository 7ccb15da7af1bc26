"""What a class's results come to: counts, marks, reasons; the report shows them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from grading.results.item_analysis import Item, analyze
from grading.results.read import ExerciseResults, Graded, Part
from grading.verdict import Status, Verdict

# What makes two reasons differ that are one for their reader.
PARTICULARS = [
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (
            r"^.* was taken, for there is no ",
            "another file was taken, for there is no ",
        ),
        (r"^.* was taken, for (?!there is no )", "another file was taken, for "),
        (r"^not used: .*", "other notebooks were not used"),
        (r"^(there is no notebook).*", r"\1"),
        (r"(, and whether in time): .*", r"\1"),
        (r"as a notebook \(.*\): ", "as a notebook: "),
        (r"^(the submission cannot be read as a notebook): .*", r"\1"),
        (r" is the notebook of .*, not of ", " is not the notebook of "),
        (r"^.* is not the notebook of ", "the notebook is not of "),
        (r"^not used: the picture .*", "not used: a picture"),
        (r"^picture .*: it was not handed in", "a picture was not handed in"),
        (r"^not used: (\d+ of|what follows) .*", "not used: a part of the text"),
        (r"^not used: .* \(no cell opens it\)", "not used: a file beside the notebook"),
        (
            r"^(not used: what was changed in cells of the course) .*",
            r"\1",
        ),
        (r"^the cell added-\d+ ", "a cell that the student has added "),
        (r"only the first \d+ were", "only the first ones were"),
    )
]
PART = re.compile(r"part(\d+)")
SHORT = re.compile(r"part(\w+?)-(\d+)(?:-|$)")


def in_general(reason: str) -> str:
    """`reason` without the particulars of one hand-in."""
    for pattern, words in PARTICULARS:
        reason = pattern.sub(words, reason)
    return reason


def part_of(exercise: str) -> str:
    """The part of the course that an exercise belongs to, by its name."""
    found = PART.match(exercise)
    return f"Part {found[1]}" if found else "Other exercises"


def short_name(exercise: str) -> str:
    """An exercise's name where there is little room: 1.3 for part1-3-...."""
    found = SHORT.match(exercise)
    return f"{found[1]}.{found[2]}" if found else exercise


def is_graded(one: Graded) -> bool:
    """Has it any points? The gradebook keeps them, also without a graded notebook."""
    return one.verdict.status is not Status.NOT_GRADED or any(
        points is not None for points in one.points.values()
    )


def with_status(one: Graded) -> Graded:
    """`one`, which has points, with a status that says so."""
    if one.verdict.status is not Status.NOT_GRADED:
        return one
    return replace(one, verdict=Verdict(Status.NOTEBOOK_GONE))


class Distribution:
    """The marks of `counted` (submissions, students), of which `max_points` can be had."""

    def __init__(self, marks: Iterable[float], max_points: float, counted: str):
        self.marks = sorted(marks)
        self.max_points, self.counted = max_points, counted

    def __len__(self) -> int:
        return len(self.marks)

    def percentile(self, percent: float) -> float:
        """`percent` of a hundred marks are at most this."""
        return float(np.percentile(self.marks, percent))

    @property
    def mean(self) -> float:
        return float(np.mean(self.marks))


@dataclass
class Reason:
    """What was odd about hand-ins of one status, and whose they are."""

    status: Status
    words: str
    students: list[str] = field(default_factory=list)


@dataclass
class Question:
    """A written answer: the points given so far, and how many hand-ins wait for theirs."""

    name: str
    max_points: float
    given: list[float]
    waiting: int


class ExerciseSummary:
    """One exercise, with what has been handed in and not been graded yet, and by whom not.

    `submitted` have a hand-in in ``submitted/``; `known` are all students.
    """

    def __init__(
        self, results: ExerciseResults, submitted: Iterable[str], known: Iterable[str]
    ):
        self.results = results
        self.name, self.due = results.exercise, results.due
        self.dropped = results.dropped
        self.max_points, self.parts = results.max_points, results.parts
        self.graded = [with_status(one) for one in results.graded if is_graded(one)]
        done = {one.student for one in self.graded}
        everybody = {one.student for one in results.graded} | set(submitted)
        self.hand_ins = sorted(everybody)
        self.not_graded = sorted(everybody - done)
        self.absent = sorted(set(known) - everybody)
        self.marks = Distribution(
            (one.total for one in self.graded), self.max_points, "submissions"
        )

    @property
    def tests(self) -> list[Part]:
        """What earns points by itself."""
        return [part for part in self.parts if not part.by_hand and part.max_points]

    @cached_property
    def readable(self) -> list[Graded]:
        """The hand-ins that say something about the tests."""
        return [one for one in self.graded if not one.verdict.status.is_unread]

    @cached_property
    def tested(self) -> list[Graded]:
        """Those of them that every test has judged; one may be newer than the grading."""
        names = [test.grade_id for test in self.tests]
        return [
            one
            for one in self.readable
            if all(one.points.get(name) is not None for name in names)
        ]

    @cached_property
    def items(self) -> list[Item]:
        """The tests' figures."""
        return analyze(self.tests, [one.points for one in self.tested])

    @cached_property
    def questions(self) -> list[Question]:
        """The written answers."""
        return [self._question(part) for part in self.parts if part.by_hand]

    def _question(self, part: Part) -> Question:
        points = [
            one.points[part.grade_id]
            for one in self.graded
            if part.grade_id in one.points
        ]
        given = [one for one in points if one is not None]
        waiting = sum(part.grade_id in one.waiting for one in self.graded)
        return Question(part.grade_id, part.max_points, given, waiting)

    @property
    def waiting(self) -> int:
        """How many written answers wait for a mark by hand."""
        return sum(question.waiting for question in self.questions)

    @cached_property
    def by_status(self) -> dict[str, list[str]]:
        """The students by the status of their hand-in, the most frequent first."""
        found: dict[str, list[str]] = {}
        for one in self.graded:
            found.setdefault(one.verdict.status, []).append(one.student)
        return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))

    @property
    def odd(self) -> list[Graded]:
        """The hand-ins that did not simply run."""
        return [one for one in self.graded if one.verdict.status is not Status.GRADED]

    @cached_property
    def reasons(self) -> list[Reason]:
        """What was odd, the most frequent first."""
        found: dict[tuple[str, str], Reason] = {}
        for one in self.graded:
            for words in dict.fromkeys(map(in_general, one.verdict.reasons)):
                status = one.verdict.status
                reason = found.setdefault((status, words), Reason(status, words))
                reason.students.append(one.student)
        return sorted(found.values(), key=lambda reason: -len(reason.students))

    @cached_property
    def late(self) -> list[Graded]:
        """What was handed in late, the latest first."""
        late = [one for one in self.graded if one.seconds_late]
        return sorted(late, key=lambda one: -one.seconds_late)

    @cached_property
    def seconds(self) -> list[float]:
        """How long the executions took, where that is known."""
        return sorted(one.verdict.seconds for one in self.graded if one.verdict.seconds)

    @property
    def median_seconds(self) -> float:
        return float(np.median(self.seconds))

    @property
    def suspicious(self) -> list[Item]:
        """The tests that look wrong."""
        wrong = ("nobody passes", "negative")
        return [item for item in self.items if item.finding in wrong]


class ClassSummary:
    """The exercises that have been handed in, with those that nobody has begun.

    Of `unknown` there are hand-ins, but the gradebook does not know the exercise. `known`
    are all students; `strangers` have handed in and are not in the class.
    """

    def __init__(
        self,
        exercises: Iterable[ExerciseSummary],
        not_begun: Iterable[str],
        unknown: Iterable[str],
        known: Iterable[str],
        strangers: Iterable[str] = (),
    ):
        self.exercises, self.known = list(exercises), list(known)
        self.strangers = list(strangers)
        self.not_begun, self.unknown = list(not_begun), list(unknown)

    @property
    def nothing(self) -> list[str]:
        """Who has handed in none of the exercises."""
        busy = {student for one in self.exercises for student in one.hand_ins}
        return [student for student in self.known if student not in busy]

    def count(self, what: str) -> int:
        """A number, or the length of a list, summed over the exercises."""
        values = [getattr(exercise, what) for exercise in self.exercises]
        return sum(v if isinstance(v, int) else len(v) for v in values)

    def those_with(self, what: str) -> list[str]:
        """The names of the exercises where this number is not 0, this list not empty."""
        return [one.name for one in self.exercises if getattr(one, what)]

    @cached_property
    def parts(self) -> dict[str, list[ExerciseSummary]]:
        """The exercises in which something has been graded, by part of the course."""
        found: dict[str, list[ExerciseSummary]] = {}
        for exercise in self.exercises:
            if exercise.graded:
                found.setdefault(part_of(exercise.name), []).append(exercise)
        return found

    def marks_of(self, part: str) -> Distribution:
        """The sum of each student's marks in a part; an exercise not handed in counts 0."""
        sums: dict[str, float] = {}
        for exercise in self.parts[part]:
            for one in exercise.graded:
                sums[one.student] = sums.get(one.student, 0.0) + one.total
        possible = sum(exercise.max_points for exercise in self.parts[part])
        return Distribution(sums.values(), possible, "students")

    def slowest(self, most: int) -> list[tuple[str, Graded]]:
        """Exercise and hand-in of those whose execution took longest."""
        timed = [
            (exercise.name, one)
            for exercise in self.exercises
            for one in exercise.graded
            if one.verdict.seconds
        ]
        return sorted(timed, key=lambda pair: -pair[1].verdict.seconds)[:most]
