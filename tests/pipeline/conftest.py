"""A temporary course for the tests of the pipeline."""

import shutil

import pytest
from shared import EXERCISE, ROOT

from grading.course import Course


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    """A course of its own with one exercise, and nothing released or handed in yet."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    for part in (f"source/{EXERCISE}", f"tests/exercises/{EXERCISE}"):
        shutil.copytree(ROOT / part, folder / part)
    return Course(folder)
