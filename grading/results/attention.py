"""What a class's results ask of whoever grades: each with names and the command for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from grading.results.summary import ClassSummary, ExerciseSummary
from grading.verdict import Status
from grading.words import counted

REMARKS = {
    "nobody passes": "Nobody passes. Is the test wrong, or the text of the task?",
    "negative": "Those who pass it do worse in the others. Does it punish what is right?",
    "perhaps negative": "Those who pass it do no better in the others, which may be chance.",
    "everybody passes": "Everybody passes, so it tells nobody apart. Is it meant to be easy?",
}
AGAIN = "Grade again:"
ASK = "Ask for another notebook, collect and grade it:"
READ = "Read why, below."
TROUBLE = {  # what to do
    Status.NOTEBOOK_GONE: AGAIN,
    Status.MALFORMED: ASK,
    Status.MISSING: ASK,
    Status.ANOTHER_EXERCISE: ASK,
    Status.CRASHED: READ,
    Status.TIMED_OUT: READ,
}
MOST_TESTS = 10  # that look wrong and are named


@dataclass(frozen=True)
class Attention:
    """Something to do or to look at: where, for which students, by which command."""

    words: str
    exercises: list[str] = field(default_factory=list)
    students: list[str] = field(default_factory=list)
    command: str = ""


def attention(
    summary: ClassSummary, at_risk: Mapping[str, Sequence[str]]
) -> list[Attention]:
    """What needs attention, the most urgent first."""
    found = [
        Attention(
            f"Handed in, but the gradebook does not know {exercise}. Enter it:",
            command=f"grading enter {exercise}",
        )
        for exercise in summary.unknown
    ]
    if number := summary.count("not_graded"):
        found.append(
            Attention(
                f"Grade {counted(number, 'submission')}:",
                summary.those_with("not_graded"),
                once(student for e in summary.exercises for student in e.not_graded),
                f"grading autograde {' '.join(summary.those_with('not_graded'))}",
            )
        )
    if summary.strangers:
        words = "Handed in by nobody in the class. Enter them, or remove submitted/ID:"
        command = "grading class FILE.csv"
        found.append(Attention(words, students=summary.strangers, command=command))
    if number := summary.count("waiting"):
        words = f"Mark {counted(number, 'written answer')} (0 points until then):"
        where = summary.those_with("waiting")
        found.append(Attention(words, where, command="grading mark"))
    found += trouble(summary.exercises)
    if at_risk:
        words = f"Talk to {counted(len(at_risk), 'student')} at risk, all listed below."
        found.append(Attention(words, students=list(at_risk)))
    return found + tests_to_look_at(summary.exercises)


def trouble(exercises: Sequence[ExerciseSummary]) -> list[Attention]:
    """The submissions that did not simply run, by status."""
    found = []
    for status, advice in TROUBLE.items():
        with_it = {
            e.name: e.by_status[status] for e in exercises if status in e.by_status
        }
        if with_it:
            students = [one for each in with_it.values() for one in each]
            said = f"{counted(len(students), 'submission')} {status}. {advice}"
            command = f"grading autograde {' '.join(with_it)}" if advice != READ else ""
            found.append(Attention(said, list(with_it), once(students), command))
    return found


def tests_to_look_at(exercises: Iterable[ExerciseSummary]) -> list[Attention]:
    """The tests that look wrong."""
    suspicious = [(e.name, item) for e in exercises for item in e.suspicious]
    found = [
        Attention(f"Look at the test {item.name}. {REMARKS[item.finding]}", [exercise])
        for exercise, item in suspicious[:MOST_TESTS]
    ]
    if more := suspicious[MOST_TESTS:]:
        where = once(exercise for exercise, _ in more)
        found.append(Attention(f"Look at {counted(len(more), 'more test')}.", where))
    return found


def once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
