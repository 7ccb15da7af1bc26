"""The next step for an exercise, with the commands for it."""

import datetime
from dataclasses import dataclass

from grading.start.progress import Progress
from grading.words import counted


@dataclass(frozen=True)
class Step:
    """What to do next. `commands` are typed one after another; `others` do the same."""

    words: str
    commands: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    is_marking: bool = False
    is_pressing: bool = True  # or can it wait?


def next_step(one: Progress, now: datetime.datetime) -> Step:
    """The next step for an exercise; `now` is in UTC, without saying so."""
    name = one.exercise
    is_past = one.due is not None and one.due <= now
    if not one.is_entered:
        enter = f"grading enter {name}"
        return Step(
            "Enter it into the gradebook", (enter,), is_pressing=bool(one.submitted)
        )
    if one.not_graded:
        words = f"Grade {counted(one.not_graded, 'submission')}"
        return Step(words, (f"grading autograde {name}",), is_pressing=is_past)
    if one.submitted == 0 and not is_past:
        return hand_out(one)
    if one.submitted == 0 or not is_past and one.due:
        return collect(name, is_past)
    if one.waiting:
        words = f"Mark {counted(one.waiting, 'answer')}"
        return Step(words, ("grading mark",), is_marking=True)
    return Step(
        "Give feedback",
        (f"grading return {name} --format moodle",),
        (
            f"grading return {name} --format canvas",
            f"grading return {name} --format exchange",
        ),
        is_pressing=False,
    )


def hand_out(one: Progress) -> Step:
    handout = f"make handout EXERCISES={one.exercise}"
    others = (f"nbgrader release_assignment {one.exercise}",)
    if one.due:
        return Step("Hand it out", (handout,), others, is_pressing=False)
    due = f'grading due {one.exercise} "2027-01-31 23:59"'
    words = "Say when it is due, and hand it out"
    return Step(words, (due, handout), others, is_pressing=False)


def collect(name: str, is_past: bool) -> Step:
    words = "Collect" if is_past else "Collect after the due date"
    return Step(
        words,
        (f"grading collect {name} ~/Downloads/submissions.zip",),
        (f"nbgrader collect {name} --update",),
        is_pressing=is_past,
    )
