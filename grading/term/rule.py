"""The rule by which a term's exercises make a total, as the course's settings say it."""

import difflib
import fnmatch
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from traitlets import Dict, Float, Int, TraitError, Unicode
from traitlets.config import Config, LoggingConfigurable

from grading.errors import CourseError
from grading.words import counted

HOW = (
    'Write it as c.TermRule.weights = {"part1-*": 2}, c.TermRule.bonus = '
    '{"part2-3-*": 0.05}, c.TermRule.best = 10, c.TermRule.pass_mark = 0.5.'
)
HEAVIEST = 1000


class TermRule(LoggingConfigurable):
    """What the course's settings say about a term's total."""

    weights = Dict(
        value_trait=Float(),
        key_trait=Unicode(),
        help="by exercise or pattern: 2 counts twice, 0 not at all; 1 for all others",
    ).tag(config=True)
    best = Int(0, min=0, help="so many of the best exercises count; 0 for all").tag(
        config=True
    )
    pass_mark = Float(
        0.5, min=0, max=1, help="the share of the total from which on one passes"
    ).tag(config=True)
    bonus = Dict(
        value_trait=Float(),
        key_trait=Unicode(),
        help="by exercise or pattern: the share of the total that full points there add",
    ).tag(config=True)


@dataclass(frozen=True)
class Rule:
    """The rule for certain exercises: the `weights` of those in the mean, and each `bonus`."""

    weights: dict[str, float]
    bonus: dict[str, float] = field(default_factory=dict)
    best: int = 0
    pass_mark: float = 0.5

    @property
    def percent_to_pass(self) -> float:
        return round(100 * self.pass_mark, 2)

    def in_words(self) -> str:
        """The rule in a sentence."""
        words = "each exercise in percent of its points, after penalties; of "
        words += f"the best {counted(self.best, 'exercise')}" if self.best else "these"
        words += " the mean"
        if odd := [f"{name} {w:g} times" for name, w in self.weights.items() if w != 1]:
            words += f", weighted ({', '.join(odd)}, the others once)"
        for name, share in self.bonus.items():
            words += f"; full points in {name} add {round(100 * share, 2):g}"
        if self.bonus:
            words += ", up to 100 together"
        return f"{words}; {self.percent_to_pass:g} or more passes"


def read_rule(settings: Config, exercises: Iterable[str], known: Iterable[str]) -> Rule:
    """The rule for `exercises`; CourseError if it fits none of those that are `known`."""
    check_names(settings)
    try:
        said = TermRule(config=settings)
    except TraitError as error:
        why = str(error).rstrip(".")
        raise CourseError(f"c.TermRule in the settings: {why}. {HOW}") from None
    known = sorted({*exercises, *known})
    weights = by_exercise("weights", said.weights, known, HEAVIEST)
    bonus = by_exercise("bonus", said.bonus, known, 1)
    if both := sorted(weights.keys() & bonus.keys()):
        raise CourseError(
            f"{both[0]} is in c.TermRule.weights and in c.TermRule.bonus. A bonus has no "
            "weight: take it out of one of them."
        )
    chosen = [name for name in known if name in set(exercises)]
    return Rule(
        {name: weights.get(name, 1.0) for name in chosen if name not in bonus},
        {name: bonus[name] for name in chosen if name in bonus},
        said.best,
        said.pass_mark,
    )


def check_names(settings: Config) -> None:
    """Refuse a mistyped setting, which would go unnoticed."""
    wanted = TermRule.class_trait_names(config=True)
    own = {"best", "bonus", "pass_mark", "weights"}
    for name in settings.get("TermRule", {}):
        if name not in wanted:
            close = difflib.get_close_matches(name, own, n=1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise CourseError(
                f"c.TermRule.{name} in the settings is not known.{hint} There are: "
                f"{', '.join(sorted(own))}."
            )


def by_exercise(
    what: str, said: Mapping[str, float], known: list[str], most: float
) -> dict[str, float]:
    """What is said by patterns, for each exercise; of several patterns the last one counts."""
    found: dict[str, float] = {}
    for pattern, number in said.items():
        fits = fnmatch.filter(known, pattern)
        if not fits:
            raise CourseError(
                f"c.TermRule.{what}: {pattern!r} is of no exercise. The exercises are: "
                f"{', '.join(known)}."
            )
        if not 0 <= number <= most:  # also not a number
            raise CourseError(
                f"c.TermRule.{what}: {number:g} for {pattern!r} is not between 0 and "
                f"{most:g}. {HOW}"
            )
        found |= dict.fromkeys(fits, number)
    return found
