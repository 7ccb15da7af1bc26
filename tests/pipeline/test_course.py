"""Opening a course: what it changes of nbgrader, when, and that it needs no activated environment."""

import sqlite3
import subprocess
import sys

import nbgrader.api
import pytest
from pipeline.small_course import (
    EXERCISE,
    POINTS,
    HandIn,
    as_it_is,
    lay,
    test_points,
    write_course,
)

from grading.course import Course


@pytest.fixture
def course(tmp_path):
    return write_course(tmp_path)


def test_a_gradebook_is_made_where_no_environment_is_activated(course, monkeypatch):
    expected = nbgrader.api.get_alembic_version()
    monkeypatch.setenv("PATH", "/nowhere")
    course.release(EXERCISE, into_gradebook=True)
    with sqlite3.connect(course.root / "gradebook.db") as gradebook:
        found = gradebook.execute("SELECT version_num FROM alembic_version").fetchall()
    assert found == [(expected,)]


def test_nothing_is_changed_when_a_module_is_imported():
    code = (
        "import logging, os, warnings, nbgrader.api as api\n"
        "from sqlalchemy.exc import SAWarning\n"
        "def state():\n"
        "    level = logging.getLogger('traitlets').level\n"
        "    is_silent = SAWarning in [filter[2] for filter in warnings.filters]\n"
        "    return api.create_engine, level, dict(os.environ), is_silent\n"
        "before = state()\n"
        "import grading.cli, grading.nbgrader_steps, grading.report\n"
        "assert state() == before\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_plain_nbgrader_finds_submissions_where_the_settings_say(course):
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write('c.CourseDirectory.submitted_directory = "handed-in"\n')
    course = Course(course.root)
    course.release(EXERCISE, into_gradebook=True)
    lay(course, HandIn("ada", as_it_is))
    (course.root / "submitted").rename(course.root / "handed-in")
    done = course.nbgrader.autograde(EXERCISE, "ada", force=True, create=True)
    assert done["success"], done
    assert sum(test_points(course, "ada").values()) == sum(POINTS.values())
