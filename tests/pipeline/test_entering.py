"""Entering an exercise, and that no command works in a wrong folder or on a mistyped name."""

import shutil

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell
from nbgrader.apps.api import NbGraderAPI
from pipeline.small_course import (
    EXERCISE,
    POINTS,
    QUESTION_POINTS,
    make_course,
    write_course,
)

from grading.cli import main
from grading.course import Course

ALL = sum(POINTS.values()) + QUESTION_POINTS


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Course:
    """A course whose exercise is entered, with a submission in the gradebook."""
    course = make_course(tmp_path_factory.mktemp("template"))
    with course.nbgrader.gradebook as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission(EXERCISE, "ada")
    return course


@pytest.fixture
def course(template, tmp_path) -> Course:
    return Course(shutil.copytree(template.root, tmp_path / "course"))


def type_in(folder, *words: str, code: int = 0) -> str:
    """What a command of `grading` says in a course's folder."""
    done = CliRunner().invoke(
        main, ["--course", str(folder), *words], catch_exceptions=False
    )
    assert done.exit_code == code, done.output
    return " ".join(done.output.split())


def files_of(folder) -> dict:
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def add_test(course: Course, grade_id: str) -> None:
    path = course.notebook_path("source", EXERCISE)
    notebook = nbformat.read(path, as_version=4)
    marks = {"grade": True, "solution": False, "locked": True, "points": 1}
    marks |= {"grade_id": grade_id, "schema_version": 3, "task": False}
    cell = new_code_cell("assert True", id=grade_id, metadata={"nbgrader": marks})
    notebook.cells.append(cell)
    nbformat.write(notebook, path)


def test_it_makes_release_and_entry(tmp_path):
    course = write_course(tmp_path)
    said = type_in(course.root, "enter", "small-*")
    assert f"release/{EXERCISE} and gradebook: {ALL} points" in said
    assert f"Next: grading due {EXERCISE}" in said
    assert course.notebook_path("release", EXERCISE).is_file()
    with course.nbgrader.gradebook as gradebook:
        assert [one.name for one in gradebook.assignments] == [EXERCISE]
    add_test(course, "one-more")
    assert f"{ALL + 1} points" in type_in(course.root, "enter", EXERCISE)


def test_what_submissions_do_not_allow_changes_nothing(course):
    add_test(course, "one-more")
    before = files_of(course.root)
    said = type_in(course.root, "enter", EXERCISE, code=1)
    assert "cells that are graded, solved or locked were added" in said
    assert "Nothing was changed." in said
    assert files_of(course.root / "release") == {
        path.relative_to("release"): content
        for path, content in before.items()
        if path.parts[0] == "release"
    }
    with course.nbgrader.gradebook as gradebook:
        assert gradebook.find_assignment(EXERCISE).max_score == ALL


def test_what_nbgrader_cannot_read_leaves_the_release(course):
    before = files_of(course.root / "release")
    course.notebook_path("source", EXERCISE).write_text("{", encoding="utf-8")
    said = type_in(course.root, "enter", EXERCISE, code=1)
    assert "release/ is as it was" in said
    assert files_of(course.root / "release") == before


def test_stopped_while_nbgrader_works_it_says_so(course, monkeypatch):
    """nbgrader's own interface catches the interrupt."""
    failed = {"success": False, "error": "Traceback ...\nKeyboardInterrupt\n"}
    monkeypatch.setattr(
        NbGraderAPI, "generate_assignment", lambda *arguments, **options: failed
    )
    assert "Stopped." in type_in(course.root, "enter", EXERCISE, code=1)


# The words by which a command would begin to work; "{name}" is an exercise.
WORDS = {
    "release": ["{name}"],
    "enter": ["{name}"],
    "handout": ["{name}"],
    "demo": ["{name}"],
    "collect": ["{name}", "{file}"],
    "autograde": ["{name}"],
    "report": ["{name}"],
    "due": ["{name}", "2027-01-31 23:59"],
    "extend": ["ada", "{name}", "--days", "2"],
    "export": ["{name}"],
    "return": ["{name}", "--format", "moodle"],
    "drop-test": ["{name}", "a-test"],
    "note": ["ada", "{name}", "a word"],
    "class": ["{file}"],
}


def words_for(command: str, name: str, file) -> list[str]:
    words = WORDS.get(command, [])
    return [command, *(word.format(name=name, file=file) for word in words)]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "file.csv"
    path.write_text("id\nada\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("command", main.commands)
def test_no_command_works_in_a_wrong_folder(command, tmp_path, file):
    wrong = tmp_path / "source"
    wrong.mkdir()
    said = type_in(wrong, *words_for(command, EXERCISE, file), code=1)
    assert "this is not a course's folder" in said
    assert "Go to the course's folder" in said
    assert list(wrong.iterdir()) == []


@pytest.mark.parametrize("command", [c for c in WORDS if "{name}" in WORDS[c]])
def test_no_command_works_on_a_mistyped_exercise(command, course, file):
    before = files_of(course.root)
    said = type_in(course.root, *words_for(command, "smal-exercise", file), code=1)
    assert "There is no exercise 'smal-exercise' in source/." in said
    assert f"Did you mean {EXERCISE}?" in said
    assert files_of(course.root) == before
