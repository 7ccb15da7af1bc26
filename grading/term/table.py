"""The table of a term: a row a student, a column an exercise, and what to say about it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from grading.course import Course
from grading.deadlines.extensions import read_extensions
from grading.results.read import ExerciseResults, Person
from grading.term.rule import read_rule
from grading.term.standing import AT_RISK, Standing, Term
from grading.times import UTC
from grading.words import counted

WHO = ("student_id", "last_name", "first_name", "email")
SUMS = ("missing", "counted", "bonus", "total", "passed", "at_risk", "notes")
MOST = 20  # students who are named in a remark
YES_NO = {True: "yes", False: "no", None: ""}
Cell = str | float | None


class TermTable:
    """The marks of a term for `people`."""

    def __init__(
        self,
        course: Course,
        results: list[ExerciseResults],
        people: Iterable[Person],
        known: Iterable[str],
    ):
        names = [one.exercise for one in results]
        self.term = Term(
            read_rule(course.settings, names, {*known, *course.exercises}),
            results,
            read_extensions(course),
            {name: course.handed_in(name) for name in names},
            datetime.datetime.now(UTC).replace(tzinfo=None),
        )
        self.results, self.people = results, list(people)
        self.standings: dict[str, Standing] = {
            person.id: self.term.standing_of(person.id) for person in self.people
        }

    def rows(self, notes: Mapping[tuple[str, str], str]) -> Iterator[list[Cell]]:
        """The rows, headings first. Shares, bonus and total are in percent."""
        names = [one.exercise for one in self.results]
        yield [*WHO, *names, *SUMS]
        for person in self.people:
            one = self.standings[person.id]
            said = (
                f"{n}: {notes[person.id, n]}" for n in names if (person.id, n) in notes
            )
            yield [
                *(person.id, person.last_name, person.first_name, person.email),
                *(percent(one.shares[name]) for name in names),
                *(len(one.missing), one.counted, round(one.bonus, 2), one.total),
                *(YES_NO[one.passed], "; ".join(one.risks), " | ".join(said)),
            ]

    def totals(self) -> dict[str, float | None]:
        """The total of each student, in percent."""
        return {student: one.total for student, one in self.standings.items()}

    def remarks(self) -> list[str]:
        """The rule in words, what does not count yet, and who is at risk."""
        remarks = [f"total in percent: {self.term.rule.in_words()}"]
        for why, is_so in (
            ("not due yet", self.term.not_due),
            ("nothing of it is graded", self.term.not_graded),
        ):
            if names := [one.exercise for one in self.results if is_so(one)]:
                remarks.append(f"counts for nobody so far, {why}: {', '.join(names)}")
        begun = [one for one in self.results if not self.term.not_graded(one)]
        if names := [one.exercise for one in begun if not one.due]:
            remarks.append(
                "without a due date (grading due), so what is missing counts 0 as soon as "
                f"anybody's is graded: {', '.join(names)}"
            )
        risky = [student for student, one in self.standings.items() if one.risks]
        named = ", ".join(risky[:MOST]) + (", ..." if risky[MOST:] else "")
        return [
            *remarks,
            f"at risk ({AT_RISK}): {len(risky)} of {counted(len(self.people), 'student')}"
            + (f": {named}" if risky else ""),
        ]


def percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 2)
