"""The kill matrix itself: on a small exercise with known faults it finds just those."""

import re
import shutil

import nbformat
import numpy as np
import pytest
import torch
from kill import matrix
from kill.exercise import Exercise
from kill.liars import Everything, zeroed
from kill.mutants import mutants
from kill.runner import Variant, run
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from shared import EXERCISES, ROOT

import dp
from grading.errors import CourseError
from grading.solutions import change

SOLUTION = """def ratio(a, b):
    ### BEGIN SOLUTION
    return a / b
    ### END SOLUTION"""
STRONG = """got = ratio(6, 3)
assert got == 2, "6 / 3 is 2"
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(1)
a, b = rng.uniform(1, 2, size=2)
assert isinstance(ratio(a, b), float) and ratio(a, b) == a / b, "a / b"
### END HIDDEN TESTS"""
WEAK = """assert ratio(2, 2), "not 0"
### BEGIN HIDDEN TESTS
assert ratio(2, 2) is not None, "something"
### END HIDDEN TESTS"""
CHAFF = """# Chaff: difference
# Misconception: it is a difference.
# Fails: task1-ratio-test-values
# %% task1-ratio
def ratio(a, b):
    return a - b
"""


def marked_cell(cell_id, source, marks):
    """A code cell with nbgrader's marks."""
    marks = {"grade": False, "solution": False, "locked": False} | marks
    marks |= {"schema_version": 3, "task": False, "grade_id": cell_id}
    cell = new_code_cell(source, metadata={"nbgrader": marks})
    cell.id = cell_id
    return cell


def write_small(root, cells):
    path = root / "source" / "small" / "small.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(new_notebook(cells=cells), path)


@pytest.fixture
def small(tmp_path):
    """A course with one exercise of one task, its second test left to the caller."""
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    folder = tmp_path / "tests" / "exercises" / "small"

    def make(second_test, chaff=CHAFF):
        cells = [("setup", "import numpy as np", {"locked": True})]
        cells += [("task1-ratio", SOLUTION, {"solution": True})]
        for name, source in [("values", STRONG), ("more", second_test)]:
            grade = {"grade": True, "locked": True, "points": 1}
            cells.append((f"task1-ratio-test-{name}", source, grade))
        write_small(tmp_path, [marked_cell(*cell) for cell in cells])
        for kind, name, text in [
            (
                "wheats",
                "one",
                "# By a product.\n# %% task1-ratio\ndef ratio(a, b):\n    return a * b**-1\n",
            ),
            (
                "wheats",
                "two",
                "# NumPy.\n# %% task1-ratio\ndef ratio(a, b):\n    return float(np.divide(a, b))\n",
            ),
            ("chaffs", "task1", chaff),
        ]:
            (folder / kind).mkdir(parents=True, exist_ok=True)
            (folder / kind / f"{name}.py").write_text(text)
        exercise = Exercise(tmp_path, "small")
        exercise.course.release("small", into_gradebook=False)
        return exercise

    return make


def faults_of(exercise, *judges):
    report = matrix.Report("small")
    for judge in judges:
        judge(exercise, report)
    return report


def test_it_finds_a_test_that_liars_pass(small):
    faults = faults_of(small(WEAK), matrix.judge_people).faults
    assert "the liar 'always 1' passes ['task1-ratio-test-more']" in faults
    assert "the liar 'equals everything' passes ['task1-ratio-test-more']" in faults
    assert not any("test-values" in fault and "liar" in fault for fault in faults)
    assert "fewer than four chaffs: task1" in faults


def test_of_what_was_judged_before_some_is_judged_again():
    exercise = Exercise(ROOT, EXERCISES[0])

    def drawn(exercise):
        cases = list(matrix.liar_cases(exercise, matrix.Report(exercise.name)))
        chosen = matrix.spot_check(exercise, cases)
        assert len(cases) / 8 < len(chosen) < len(cases) / 2
        return [variant.name for variant, _ in chosen]

    first = drawn(exercise)
    assert first == drawn(Exercise(ROOT, EXERCISES[0]))
    exercise.fingerprint_of_people = "another"  # as after a change
    assert drawn(exercise) != first


def test_a_spot_check_finds_what_the_verdicts_hide(small, monkeypatch):
    monkeypatch.setattr(matrix, "SPOT_CHECK", 1)
    exercise = small(WEAK, CHAFF.replace("test-values", "test-more"))
    report = matrix.Report("small")
    matrix.judge_people(exercise, report, are_new=False)
    assert any("fails ['task1-ratio-test-values'] and must" in f for f in report.faults)


def test_it_finds_a_chaff_that_is_judged_otherwise(small):
    exercise = small(WEAK, CHAFF.replace("test-values", "test-more"))
    (fault,) = [
        f for f in faults_of(exercise, matrix.judge_people).faults if "chaff " in f
    ]
    assert "must fail ['task1-ratio-test-more'] and does not" not in fault
    assert "fails ['task1-ratio-test-values'] and must not" in fault


def test_it_finds_a_test_that_a_students_name_changes(small):
    """This exercise's tests are no functions below `course_check`: they see any `np`."""
    faults = faults_of(small(WEAK), matrix.judge_people).faults
    [fault] = [fault for fault in faults if fault.startswith("who takes")]
    assert "task1-ratio-test-values (AttributeError: 'str' object" in fault
    assert "test-more" not in fault


TASKS = {
    "task1-one": "def one():\n    return 1",
    "task2-two": "def two():\n    return one() + 1",
    "task3-three": "def three():\n    return two() + 1",
}


@pytest.mark.parametrize(
    ("second", "third", "unsaid"),
    [
        ("", "", ["task2 builds on 1", "task3 builds on 1", "task3 builds on 2"]),
        ("Builds on Task 1.", "", ["task3 builds on 1", "task3 builds on 2"]),
        ("Builds on Task 1.", "It builds on\nTask 2.", []),
        ("Builds on Task 1.", "Builds on Tasks 1 and 2.", []),
        ("", "builds on Tasks 1 to 2", ["task2 builds on 1"]),
        (
            "Builds on no other task.",
            "Builds on Tasks 1, 2 and 3.",
            ["task2 builds on 1"],
        ),
    ],
)
def test_it_finds_a_task_that_does_not_say_what_it_builds_on(
    tmp_path, second, third, unsaid
):
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    cells = []
    for (name, source), said in zip(TASKS.items(), ("", second, third), strict=True):
        number, call = name[4], f"{name.partition('-')[2]}()"
        head, body = source.split("\n")
        marks = "    ### BEGIN SOLUTION\n{}\n    ### END SOLUTION"
        cells += [
            new_markdown_cell(f"## Task {number} · A number (1 point)\n\n{said}"),
            marked_cell(name, f"{head}\n{marks.format(body)}", {"solution": True}),
            marked_cell(
                f"{name}-test-value",
                f"assert {call} == {number}, 'wrong'",
                {"grade": True, "locked": True, "points": 1},
            ),
        ]
    write_small(tmp_path, [marked_cell("setup", "", {"locked": True}), *cells])
    exercise = Exercise(tmp_path, "small")
    exercise.course.release("small", into_gradebook=False)
    faults = faults_of(exercise, matrix.judge_people).faults
    found = [re.findall(r"task\d", fault) for fault in faults if "left open" in fault]
    assert sorted(f"{late} builds on {early[4]}" for early, late, _ in found) == unsaid


@pytest.mark.parametrize(
    ("chaff", "said"),
    [
        (CHAFF.partition("\n")[2], "under a line '# Chaff: NAME'"),
        ("# Misconception: an old head\n" + CHAFF, "under a line '# Chaff: NAME'"),
        (CHAFF + CHAFF, "two chaffs are called difference"),
        (CHAFF.replace("a - b", "a -"), "is no Python: invalid syntax, line 2 of its"),
        (CHAFF.replace("def ratio", "def rato"), "defines ratio, and the chaff rato"),
        (CHAFF.partition("def")[0] + "ratio = 1\n", "and the chaff nothing"),
        (
            CHAFF + CHAFF.partition("\n")[2].replace("task1-ratio\n", "other\n"),
            "task1-difference .* needs one line '# Misconception:'",
        ),
        (CHAFF.replace("# Fails", "# Fail"), "one '# Fails:'"),
        (CHAFF.replace("# %%", "#"), "no cell of task1-difference is headed"),
        (CHAFF.replace("test-values", "test-all"), "names no test of small"),
        (CHAFF.replace("%% task1-ratio", "%% task1-rat"), "no solution cell of small"),
    ],
)
def test_a_chaff_that_cannot_be_read_is_named(small, chaff, said):
    with pytest.raises(CourseError, match=said):
        faults_of(small(WEAK, chaff), matrix.judge_people)


@pytest.mark.parametrize(
    ("only", "chaffs", "cells"),
    [
        ("task1", 1, 1),
        ("ratio", 0, 1),
        ("task1-difference", 1, 0),
        ("task", 0, 0),
        ("task10", 0, 0),
    ],
)
def test_it_can_be_narrowed(small, only, chaffs, cells):
    exercise = Exercise(small(WEAK).course.root, "small", only)
    assert (len(exercise.chaffs), len(exercise.mutated)) == (chaffs, cells)


def test_narrowed_it_judges_no_others(small):
    exercise = Exercise(small(WEAK).course.root, "small", "task1-difference")
    report = faults_of(exercise, matrix.judge_chaffs, matrix.judge_mutants)
    assert (report.total("chaffs"), report.total("mutants")) == (1, 0)
    assert not any("kills nothing" in fault for fault in report.faults)


def test_it_finds_a_test_without_a_use(small):
    report = faults_of(small(STRONG), matrix.judge_people, matrix.judge_mutants)
    assert (
        "task1-ratio-test-more kills nothing that no other test kills" in report.faults
    )
    assert report.total("killed") == report.total("mutants") > 4
    assert report.survivors == []


def test_it_finds_survivors_and_takes_reasons(small):
    exercise = small(WEAK)
    path = exercise.course.notebook_path("source", "small")
    path.write_text(path.read_text().replace("ratio(a, b) == a / b", "True"))
    path.write_text(path.read_text().replace("ratio(6, 3)", "ratio(2, 1)"))
    report = faults_of(Exercise(exercise.course.root, "small"), matrix.judge_mutants)
    assert report.survivors != []
    toml = matrix.survivors_as_toml(s | {"reason": "because"} for s in report.survivors)
    (exercise.folder / "survivors.toml").write_text(toml)
    again = faults_of(Exercise(exercise.course.root, "small"), matrix.judge_mutants)
    assert again.total("explained") == len(report.survivors)
    assert not any("a mutant survives" in fault for fault in again.faults)


def test_a_variant_that_never_ends_or_dies_loses_only_its_own_points(
    small, monkeypatch
):
    exercise = small(STRONG)
    endless = "def ratio(a, b):\n    import os\n    os._exit(3)\n"
    dies, right = run(
        exercise,
        [Variant("dies", {"task1-ratio": endless}), Variant("right", {})],
    )
    assert dies == {}
    assert matrix.failed(exercise, dies) == {t.grade_id for t in exercise.tests}
    assert matrix.failed(exercise, right) == set()


def test_text_on_stderr_costs_nothing_as_in_grading(small):
    exercise = small(STRONG)
    noisy = "import sys\ndef ratio(a, b):\n    print('!', file=sys.stderr)\n    return a / b\n"
    (verdicts,) = run(exercise, [Variant("noisy", {"task1-ratio": noisy})])
    assert matrix.failed(exercise, verdicts) == set()


def test_mutants_of_a_line():
    becomes = {
        m.becomes
        for m in mutants("c", "def f(a, b):\n    'Doc.'\n    return a - 2 * b\n")
    }
    assert becomes == {
        "return a + 2 * b", "return a", "return 2 * b", "return 2 * b - a", "return a - 2 / b",
        "return a - (2 + b)", "return a - 2", "return a - b", "return a - 3 * b",
        "return a - 0 * b", "return",
    }  # fmt: skip


def test_mutants_of_statements_and_calls():
    source = "def f(x):\n    if x > 0:\n        x += g(x, axis=1)\n    return x.sum()\n"
    becomes = {m.becomes for m in mutants("c", source)}
    for line in (
        "if x >= 0:", "if not x > 0:", "pass", "x -= g(x, axis=1)", "x = g(x, axis=1)",
        "x += x", "x += g(x)", "x += g(x, axis=2)", "return x",
    ):  # fmt: skip
        assert line in becomes


def test_zeroed():
    class Node:
        def __init__(self, value, parents):
            self.value, self.parents = value, parents

    leaf = Node(3.0, ())
    node = zeroed([Node(np.ones((2, 2)), ((leaf, lambda g: g + 1),)), {"a": 2}, True])
    assert not node[0].value.any() and node[1] == {"a": 0} and node[2] is False
    assert node[0].parents[0][0] is leaf and node[0].parents[0][1](5) == 0
    assert leaf.value == 3.0
    x, t = dp.Node([[2.0, 3.0]], "x"), torch.tensor([2.0, 3.0], requires_grad=True)
    node, tensor = zeroed((x.exp(), t.exp()))
    assert not node.value.any() and not node.sum().grad(1)["x"].any()
    assert not tensor.detach().numpy().any()


def test_everything_answers_everything():
    e = Everything()
    assert (e + 1, -e, e.value, e(3), e[0], 2 / e) == (e,) * 6
    assert e == 5 and (e != 5) is True and 3 in e and list(e) == [e]


def test_a_class_derived_from_its_namesake_keeps_the_other_methods():
    reference = {
        "task1": "class Two:\n    def a(self): return 1\n    def b(self): return 2"
    }
    derived = change(reference, {"task1": "class Two(Two):\n    def a(self): return 3"})
    replaced = change(reference, {"task1": "class Two:\n    def a(self): return 3"})
    found = []
    for cells in (derived, replaced):
        exec(cells["task1"], namespace := {})  # noqa: S102
        found.append((namespace["Two"]().a(), hasattr(namespace["Two"], "b")))
    assert found == [(3, True), (3, False)]
