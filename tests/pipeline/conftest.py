"""A temporary course for the tests of the pipeline."""

import pytest
from shared import EXERCISE, copy_course

from grading.course import Course


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    return copy_course(tmp_path_factory.mktemp("course"), EXERCISE)
