"""What `coursework check` says while and after it runs, and what `progress` makes of it."""

import asyncio
import shutil
import signal
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from pipeline.small_course import EXERCISE, POINTS, RIGHT
from pipeline.small_handout import answer, make_handout

from coursework.check import check
from coursework.handout import RELEASED, Handout, HandoutError
from coursework.progress import NOT_RUN, read_progress
from coursework.record import CHECKED
from coursework.table import checks_of

SECONDS = 10  # enough for an honest cell on a busy machine
ENDLESS = "def mean(values):\n    while values:\n        pass"
DEAF = "def mean(values):\n    return sum(range(10**15))"  # hears no interrupt
SLOW = "it ran for more than 10 seconds and was stopped: does a loop never end?"


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return make_handout(tmp_path_factory.mktemp("template"))


@pytest.fixture
def handout(template, tmp_path):
    """A handout of its own."""
    return Handout(shutil.copytree(template.root, tmp_path / "handout"))


def checked(handout, seconds=SECONDS, **sources):
    answer(handout, **sources)
    return asyncio.run(check(handout.exercise(EXERCISE), seconds=seconds))


def test_a_loop_that_never_ends_costs_its_own_checks_only(handout):
    result = checked(handout, mean=ENDLESS)
    said = {one.name: one.sentence for one in result.checks}
    assert said == {
        "double-test": "",
        "mean-test": SLOW,
        "mean-edge-test": SLOW,
        "greet-test": "",
    }
    assert {*result.checks[1].where} == {
        "in mean, line 2 of its cell: while values:"
    } or {*result.checks[1].where} == {"in mean, line 3 of its cell: pass"}
    assert result.checks[1].task == "mean"


def test_a_cell_that_is_no_check_is_named_with_its_task(handout):
    source = "while True:\n    pass"
    result = checked(handout, mean=source)
    assert [one.passed for one in result.checks] == [True, False, False, True]
    [remark] = result.remarks
    assert remark.startswith(
        "mean: a cell is too slow, it ran for more than 10 seconds"
    )


def test_what_hears_no_interrupt_ends_the_run_in_a_sentence(handout):
    result = checked(handout, mean=DEAF)
    said = {one.name: one.sentence for one in result.checks}
    assert said["mean-test"] == SLOW
    assert said["greet-test"] == "this check did not run"
    assert (
        "mean: a cell ran for more than 10 seconds and could not" in result.remarks[0]
    )


SLOW_COMPUTER = (
    "a cell of the course ran for more than 3 seconds and was stopped: this computer is slow "
    "or busy. Give each cell more time: coursework check --seconds 300"
)


def with_cell(handout, place, source):
    """Let the course's own notebook have one more cell."""
    path = handout.root / RELEASED / f"{EXERCISE}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(place, nbformat.v4.new_code_cell(source, id="look"))
    nbformat.write(notebook, path)


def place_of(handout, name):
    return [cell.id for cell in handout.exercise(EXERCISE).released.cells].index(name)


def test_where_the_courses_own_cell_is_slow_the_computer_is(handout):
    with_cell(handout, 1, "import time\n\ntime.sleep(600)")
    answer(handout)
    result = asyncio.run(check(handout.exercise(EXERCISE), seconds=3))
    assert f"Part 0 · A small exercise: {SLOW_COMPUTER}" in result.remarks
    assert "loop" not in "".join(result.remarks)


def test_a_loop_in_the_students_code_is_one_in_the_courses_cells_too(handout):
    with_cell(handout, place_of(handout, "mean") + 1, "mean([1])")
    answer(handout, mean=ENDLESS)
    result = asyncio.run(check(handout.exercise(EXERCISE), seconds=3))
    [remark] = [one for one in result.remarks if "mean: " in one]
    assert "does a loop never end? (in mean, line" in remark


def test_a_cell_has_time_to_end_whatever_the_limit_is(handout):
    late = "import time\n\ntry:\n    time.sleep(600)\nexcept KeyboardInterrupt:\n    "
    answer(handout, mean=f"{late}time.sleep(8)\n{RIGHT['mean']}")
    result = asyncio.run(check(handout.exercise(EXERCISE), seconds=3))
    assert "greet-test" in [one.name for one in result.checks if one.passed]
    assert "could not be interrupted" not in "".join(result.remarks)


def test_progress_says_what_a_check_could_not_run(handout):
    result = checked(handout, mean="import os\n\nos._exit(1)")
    assert "Python ended" in result.remarks[0]
    [progress] = read_progress(handout)
    assert checks_of(progress) == "1 of 4, 3 not run"


def test_nor_does_progress_blame_answers_on_a_slow_computer(handout):
    with_cell(handout, 1, "import time\n\ntime.sleep(600)\nnumber = 1")
    answer(handout, greet="def greet(name):\n    return number")
    asyncio.run(check(handout.exercise(EXERCISE), seconds=3))
    [progress] = read_progress(handout)
    assert checks_of(progress).endswith(" not run")


def test_a_check_shows_how_far_it_is_where_there_is_no_terminal(handout, run):
    answer(handout)
    done = run("coursework", "check", EXERCISE, folder=handout.root)
    lines: dict[str, str] = {}
    for line in done.stderr.splitlines():
        lines.setdefault(line.partition(" (cell ")[0], line)  # again while it is slow
    assert list(lines) == [
        f"{EXERCISE}: {task}"
        for task in (
            "Part 0 · A small exercise",
            "double",
            "mean",
            "greet",
            "Why is it called the mean?",
        )
    ]
    assert lines[f"{EXERCISE}: double"].endswith("(cell 3 of 14)")
    assert "All 4 visible checks passed" in " ".join(done.stdout.split())
    assert EXERCISE not in done.stdout.splitlines()[0]


def test_the_limit_can_be_raised_for_a_slow_computer(handout, run):
    answer(handout, mean="import time\n\ntime.sleep(2)\n" + RIGHT["mean"])
    words = ("coursework", "check", EXERCISE, "--seconds")
    assert "too slow" in run(*words, 1, folder=handout.root, expect=1).stdout
    run(*words, 300, folder=handout.root)


# How the same answers come to lie in a file.


def without_metadata(notebook):
    for number, cell in enumerate(notebook.cells):
        cell.metadata, cell.id = {}, f"lost-{number}"


def with_a_copied_check(notebook):
    notebook.cells.insert(5, notebook.cells[4])


def as_it_is(notebook):
    """Nothing happened to it."""


@pytest.mark.parametrize("change", [as_it_is, without_metadata, with_a_copied_check])
def test_progress_knows_the_cells_that_a_check_knows(handout, change):
    """By the outputs that were saved, before any check."""
    path = answer(handout)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, kernel_name="python3", timeout=600).execute()
    change(notebook)
    nbformat.write(notebook, path)
    [progress] = read_progress(handout)
    result = asyncio.run(check(handout.exercise(EXERCISE)))
    assert progress.passed == sum(one.passed for one in result.checks) == len(POINTS)
    assert checks_of(progress) == "4 of 4 ✔"


def test_without_outputs_progress_says_so_until_the_notebook_is_checked(handout):
    [untouched] = read_progress(handout)
    assert checks_of(untouched) == "not begun"
    result = checked(handout, greet="def greet(name):\n    return name")
    (handout.root / CHECKED / f"{EXERCISE}.json").rename(handout.root / "taken")
    [progress] = read_progress(handout)
    assert checks_of(progress) == f"0 of 4, {NOT_RUN}"
    (handout.root / "taken").rename(handout.root / CHECKED / f"{EXERCISE}.json")
    [progress] = read_progress(handout)
    assert checks_of(progress) == "3 of 4"
    assert progress.points == sum(one.points for one in result.checks if one.passed)
    assert progress.points == sum(POINTS.values()) - POINTS["greet-test"]
    answer(handout, greet="def greet(name):\n    return 'changed'")
    [progress] = read_progress(handout)
    assert checks_of(progress) == f"0 of 4, {NOT_RUN}"


@pytest.mark.parametrize("damage", ["", "[]", '{"of": 1}', '{"of": null, "passed": 3}'])
def test_a_damaged_record_of_a_check_is_none(handout, damage):
    checked(handout)
    (handout.root / CHECKED / f"{EXERCISE}.json").write_text(damage, encoding="utf-8")
    [progress] = read_progress(handout)
    assert checks_of(progress) == f"0 of 4, {NOT_RUN}"


# What is wrong with a file, and the words that help.


def conflict(text):
    return text.replace(' "cells"', '<<<<<<< HEAD\n "cells"', 1)


DAMAGED = {
    "conflict": (conflict, "a merge that Git could not finish", "delete the lines"),
    "conflict-at-once": (lambda text: "<<<<<<< HEAD\n" + text, "merge", "delete"),
    "empty": (lambda text: "", "it is empty", "take the copy"),
    "zeros": (lambda text: "\0" * 5000, "blanks or zeros", "take the copy"),
    "cut": (lambda text: text[: len(text) // 2], "ends in the middle", "Take the copy"),
    "page": (lambda text: "<!doctype html><title>x", "a web page", "File > Download"),
    "pdf": (lambda text: "%PDF-1.7 x", "PDF", "notebook"),
    "zip": (lambda text: "PK\x03\x04 x", "a zip archive", "unpack it"),
    "python": (lambda text: "def f():\n    pass\n", "some text", "the notebook itself"),
    "comma": (
        lambda text: text.replace(",", "", 1),
        "is no JSON",
        "an earlier version",
    ),
    "list": (lambda text: "[1, 2]", "no notebook", "an earlier version"),
    "no-cells": (lambda text: '{"a": 1}', "no cells", "an earlier version"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_wrong_with_a_file_is_said_with_what_helps(handout, name):
    spoil, wrong, help_ = DAMAGED[name]
    path = answer(handout)
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(HandoutError) as refused:
        asyncio.run(check(handout.exercise(EXERCISE)))
    said = str(refused.value)
    assert said.startswith(f"{EXERCISE}.ipynb cannot be read as a notebook: ")
    assert wrong in said and help_ in said
    assert "JupyterLab and save it" not in said
    [progress] = read_progress(handout)
    assert f"coursework check {EXERCISE} says why" in progress.state


RECURSIVE = {  # a function that calls itself, and one that another one calls
    "itself": "def mean(values):\n    return mean(values)",
    "by-another": "def mean(values):\n    return other(values)\n\n\n"
    "def other(values):\n    return mean(values)",
}


@pytest.mark.parametrize("how", RECURSIVE)
def test_a_function_that_calls_itself_without_end_is_told_in_a_few_lines(handout, how):
    # IPython takes long to write down so many calls.
    result = checked(handout, seconds=600, mean=RECURSIVE[how])
    [failed, _] = result.failed
    assert failed.sentence.startswith("RecursionError: a function calls itself without")
    [_, first, *_] = RECURSIVE[how].splitlines()
    assert failed.where[0] == f"in mean, line 2 of its cell: {first.strip()}"
    assert len(failed.where) == len(RECURSIVE[how].split("def "))
    assert failed.where[-1].endswith("more of the same calls)")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "def mean(values:\n    return 3",
            "SyntaxError: '(' was never closed (line 1)",
        ),
        ("raise ValueError('mine')", "ValueError: mine"),
    ],
)
def test_an_answer_that_does_not_run_is_named(handout, source, said):
    result = checked(handout, mean=source)
    assert result.remarks == [f"mean: a cell of yours did not run to its end: {said}"]


def test_an_answer_that_was_left_open_is_not(handout):
    assert checked(handout, mean="raise NotImplementedError").remarks == []


def test_a_damaged_copy_of_the_courses_is_not_the_students_notebook(handout, run):
    (handout.root / RELEASED / f"{EXERCISE}.ipynb").write_text("x", encoding="utf-8")
    before = handout.root / EXERCISE / f"{EXERCISE}.ipynb"
    content = before.read_bytes()
    for words in (("check", EXERCISE), ("progress",)):
        said = run("coursework", *words, folder=handout.root, expect=1).stderr
        said = " ".join(said.split())
        assert f"own copy, {RELEASED}/{EXERCISE}.ipynb, is damaged" in said
        assert "Your notebook is not. coursework update" in said
    assert before.read_bytes() == content


def test_without_the_courses_copy_a_check_says_so(handout, run):
    answer(handout)
    shutil.rmtree(handout.root / RELEASED)
    said = run("coursework", "check", EXERCISE, folder=handout.root).stdout
    assert "The course's own copy of this notebook is not here" in " ".join(
        said.split()
    )


@pytest.mark.parametrize("at", ["", "mean"])
def test_ctrl_c_ends_a_check_in_a_line(handout, at):
    """As soon as it is at work, and while a cell of the student's runs."""
    answer(handout, mean=ENDLESS)
    process = subprocess.Popen(
        [sys.executable, "-m", "coursework", "check", EXERCISE],
        cwd=handout.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    said = ""
    while f"{EXERCISE}: {at}" not in said if at else not said:
        said = process.stderr.readline()
    process.send_signal(signal.SIGINT)
    shown, rest = process.communicate()
    assert (process.returncode, shown) == (1, "")
    assert [line for line in rest.splitlines() if line][-1] == "Aborted!"
    assert "Traceback" not in rest


def test_who_checks_hears_signals_as_before(handout):
    """JupyterLab's server ends orderly by its own handlers, also after a Validate."""

    def end(number, frame):
        raise AssertionError

    before = signal.signal(signal.SIGTERM, end)
    try:
        asyncio.run(check(handout.exercise(EXERCISE)))
        assert signal.getsignal(signal.SIGTERM) is end
    finally:
        signal.signal(signal.SIGTERM, before)


def test_ctrl_c_while_it_is_loaded_ends_in_a_line(tmp_path):
    code = (
        "import builtins, os, signal\n"
        "before = builtins.__import__\n"
        "def stopped(name, *rest, **more):\n"
        "    if name.startswith('nbclient'):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "    return before(name, *rest, **more)\n"
        "builtins.__import__ = stopped\n"
        "from coursework.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (130, "Stopped; nothing had begun.\n")
