"""Item analysis: how many pass each test, and whether it agrees with the other tests.

The *share of passes* is the share of hand-ins that got all points of a test. The *item-rest
correlation* is Pearson's, between a test's points and the sum of all other tests' points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from grading.results.read import Part

FEW = 50  # under so many hand-ins a single one moves the figures visibly
TOO_FEW = 5  # under so many, that nobody or everybody passes is no news


@dataclass(frozen=True)
class Item:
    """What a class's hand-ins say about one test.

    `correlation` is None where there is none: all got the same points, for this test or
    for all the others together.
    """

    name: str
    max_points: float
    hand_ins: int
    passes: int
    correlation: float | None

    @property
    def share(self) -> float:
        """The share of passes, from 0 to 1."""
        return self.passes / self.hand_ins if self.hand_ins else 0.0

    @property
    def finding(self) -> str:
        """What is striking, "" for nothing.

        "nobody passes", "everybody passes", "negative", or "perhaps negative" where the
        correlation lies so near to 0 that it may be chance.
        """
        if self.hand_ins < TOO_FEW:
            return ""
        if self.passes == 0:
            return "nobody passes"
        if self.passes == self.hand_ins:
            return "everybody passes"
        # As it is shown: -0.004 is no finding.
        if self.correlation is None or round(self.correlation, 2) >= 0:
            return ""
        # Without any connection 19 of 20 correlations lie within two standard errors of 0.
        by_chance = self.correlation > -2 / self.hand_ins**0.5
        return "perhaps negative" if by_chance else "negative"


def analyze(
    tests: Sequence[Part], hand_ins: Sequence[Mapping[str, float | None]]
) -> list[Item]:
    """An `Item` for each of `tests`; `hand_ins` hold each test's points by ``grade_id``."""
    points = np.array(
        [[hand_in[test.grade_id] for test in tests] for hand_in in hand_ins],
        dtype=float,
    ).reshape(len(hand_ins), len(tests))
    passes = points >= [test.max_points for test in tests]
    return [
        Item(
            test.grade_id,
            test.max_points,
            len(hand_ins),
            int(passes[:, number].sum()),
            item_rest_correlation(points, number),
        )
        for number, test in enumerate(tests)
    ]


def item_rest_correlation(points: np.ndarray, number: int) -> float | None:
    """The correlation of column `number` with the sum of the others; None if undefined.

    `points` has a row for each hand-in and a column for each test.
    """
    item, rest = points[:, number], np.delete(points, number, axis=1).sum(axis=1)
    if not (varies(item) and varies(rest)):
        return None
    return float(np.corrcoef(item, rest)[0, 1])


def varies(values: np.ndarray) -> bool:
    """Is there more than one value, beyond what adding in another order makes?"""
    return values.size > 0 and np.ptp(values) > 1e-9 * np.abs(values).max()
