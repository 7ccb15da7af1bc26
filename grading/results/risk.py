"""Who is at risk: the one rule, and what it says about a student."""

import math
from collections.abc import Sequence

from grading.results.standing import Standing, State

LAST = 2  # exercises that were due
LEAST = 0.5  # of the points so far
RULE = (
    f"of the exercises on this page the last {LAST} that were due for them are missing, or they "
    f"have under {100 * LEAST:.0f} % of the points so far. What was due and is missing counts 0; "
    "what is not graded, not marked or not due yet does not count."
)


def share_so_far(standings: Sequence[Standing]) -> float | None:
    """The share of the points that could be had until now; None if none could."""
    counted = [one for one in standings if one.counts]
    possible = sum(one.max_points - one.unmarked for one in counted)
    return sum(one.points for one in counted) / possible if possible > 0 else None


def risk_of(standings: Sequence[Standing]) -> list[str]:
    """Why a student is at risk; nothing, if the rule does not say so."""
    reasons = []
    with_date = [
        (one.due, one.state)
        for one in standings
        if one.due and one.state is not State.OPEN
    ]
    last = [state for _, state in sorted(with_date, key=lambda pair: pair[0])[-LAST:]]
    if last == [State.MISSING] * LAST:
        reasons.append(f"the last {LAST} are missing")
    share = share_so_far(standings)
    if share is not None and share < LEAST:
        percent = math.floor(round(100 * share, 6))  # 49.6 is not 50
        reasons.append(f"{percent} % of the points so far")
    return reasons
