"""The mistakes that a class makes most often: which tests fail, and what they say."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from grading.results.item_analysis import Item
from grading.results.summary import ExerciseSummary


@dataclass(frozen=True)
class Mistake:
    """A test that `failed` of so many `submissions`; to `said` of them it said `sentence`.

    `sentence` is the most frequent one, "" where no notebook has any.
    """

    exercise: str
    test: str
    failed: int
    submissions: int
    sentence: str
    said: int


def frequent_mistakes(exercises: Iterable[ExerciseSummary], most: int) -> list[Mistake]:
    """The tests that failed most often, at most so many."""
    found = [
        mistake_in(exercise, item)
        for exercise in exercises
        for item in exercise.items
        if item.passes < item.hand_ins
    ]
    return sorted(found, key=lambda one: (-one.failed, one.submissions))[:most]


def mistake_in(exercise: ExerciseSummary, item: Item) -> Mistake:
    sentences = Counter(
        one.sentences[item.name]
        for one in exercise.tested
        if item.name in one.sentences
    )
    [(sentence, said)] = sentences.most_common(1) or [("", 0)]
    failed = item.hand_ins - item.passes
    return Mistake(exercise.name, item.name, failed, item.hand_ins, sentence, said)
