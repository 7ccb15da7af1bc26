"""The tests of every exercise are tested: the kill matrix (tests/kill)."""

import pytest
from kill import matrix
from kill.exercise import Exercise
from shared import EXERCISES, ROOT


@pytest.mark.parametrize("name", EXERCISES)
def test_wheats_pass_and_chaffs_stub_and_liars_fail(name):
    """All of them where the exercise, a wheat or a chaff has changed since the tracked verdicts.

    Else some of them, as a check on these verdicts.
    """
    exercise, report = Exercise(ROOT, name), matrix.Report(name)
    found = matrix.read_verdicts(exercise).get("fingerprint_of_people")
    matrix.judge_people(
        exercise, report, are_new=found != exercise.fingerprint_of_people
    )
    assert report.faults == [], (
        f"then run make kill EXERCISE={name} and commit verdicts.json"
    )


@pytest.mark.parametrize("name", EXERCISES)
def test_mutants_are_killed(name):
    """The tracked verdicts hold; where the exercise has changed since, they are made anew."""
    exercise = Exercise(ROOT, name)
    found = matrix.read_verdicts(exercise)
    if found.get("fingerprint") == exercise.fingerprint:
        assert found["faults"] == []
        return
    report = matrix.Report(name)
    matrix.judge_people(exercise, report)
    matrix.judge_mutants(exercise, report)
    assert report.faults == [], (
        f"then run make kill EXERCISE={name} and commit verdicts.json"
    )
