"""How each student stands: the share of every exercise's points, the total, who is at risk.

What is not due yet, not graded or not marked counts neither for nor against anybody.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grading.deadlines.extensions import Extensions
from grading.results.read import ExerciseResults, Graded
from grading.term.rule import Rule

LAST = 2  # exercises in a row; without them somebody is at risk
AT_RISK = "below the pass mark so far, or without the last two exercises"


@dataclass(frozen=True)
class Standing:
    """One student's term so far.

    `shares` hold an exercise's share of its points, None where it does not count yet. The
    `bonus` and the `total` are in percent; there is no total where nothing counts yet.
    """

    shares: dict[str, float | None]
    missing: list[str]
    counted: int
    bonus: float
    total: float | None
    passed: bool | None
    risks: list[str]


class Term:
    """The exercises of a term and the rule for them.

    `handed_in` says for each exercise whose submission there is, graded or not.
    """

    def __init__(
        self,
        rule: Rule,
        results: Iterable[ExerciseResults],
        extensions: Extensions,
        handed_in: Mapping[str, Iterable[str]],
        now: datetime.datetime,
    ):
        self.rule, self.extensions, self.now = rule, extensions, now
        # Those without a due date come first, in the order of their names.
        self.results = sorted(
            results, key=lambda one: (one.due or datetime.datetime.min, one.exercise)
        )
        self.graded = {
            one.exercise: {each.student: each for each in one.graded}
            for one in self.results
        }
        self.waiting = {name: set(there) for name, there in handed_in.items()}

    def not_graded(self, one: ExerciseResults) -> bool:
        """Is nothing of an exercise graded, or marked?"""
        return all(share_of(each, one) is None for each in one.graded)

    def not_due(self, one: ExerciseResults, student: str = "") -> bool:
        """Is an exercise not due yet, for the class or for one student?"""
        if one.due is None:
            return False
        more = self.extensions.get((student, one.exercise), datetime.timedelta())
        return one.due + more > self.now

    def standing_of(self, student: str) -> Standing:
        """How a student stands."""
        shares: dict[str, float | None] = dict.fromkeys(self.graded)
        due, missing = [], []
        for one in self.results:
            if self.not_graded(one) or self.not_due(one, student):
                continue
            name = one.exercise
            if self.rule.weights.get(name):
                due.append(name)
            if graded := self.graded[name].get(student):
                shares[name] = share_of(graded, one)
            elif student not in self.waiting.get(name, ()):
                shares[name] = 0.0
                if self.rule.weights.get(name):
                    missing.append(name)
        counted = self.best_of(shares)
        mean = mean_of(counted)
        bonus = 100 * sum(
            share * (shares.get(name) or 0.0) for name, share in self.rule.bonus.items()
        )
        total = None if mean is None else round(min(100.0, 100 * mean + bonus), 2)
        passed = None if total is None else total >= self.rule.percent_to_pass
        risks = ["below the pass mark"] if passed is False else []
        if len(due) >= LAST and set(due[-LAST:]) <= set(missing):
            risks.append("the last two exercises are missing")
        return Standing(shares, missing, len(counted), bonus, total, passed, risks)

    def best_of(self, shares: Mapping[str, float | None]) -> list[tuple[float, float]]:
        """Share and weight of each exercise that counts, the best first."""
        found = [
            (share, weight)
            for name, weight in self.rule.weights.items()
            if weight and (share := shares.get(name)) is not None
        ]
        # Of equal shares the lighter one first: it lowers a total less.
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        return found[: self.rule.best or None]


def mean_of(pairs: list[tuple[float, float]]) -> float | None:
    """The mean of shares with weights; None if there is none."""
    weights = sum(weight for _, weight in pairs)
    return sum(share * weight for share, weight in pairs) / weights if pairs else None


def share_of(graded: Graded, one: ExerciseResults) -> float | None:
    """The share of the points that can be had so far, after the penalty; None if of none."""
    possible = sum(
        part.max_points
        for part in one.parts
        if graded.points.get(part.grade_id, 0.0) is not None
    )
    has_any = any(points is not None for points in graded.points.values())
    return graded.total / possible if possible and has_any else None
