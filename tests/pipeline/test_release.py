"""release/ is what source/ generates, tells nothing it must not, and checks something."""

import copy
import shutil

import pytest
from pipeline.release_checks import cells_that_assert_nothing, survivors
from shared import EXERCISES, ROOT

from coursework.cells import is_test
from grading.course import Course


def files(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("exercise", EXERCISES)
def test_release_is_what_the_source_generates(exercise, tmp_path, run):
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    shutil.copytree(ROOT / "source" / exercise, tmp_path / "source" / exercise)
    run("nbgrader", "generate_assignment", exercise, "--create", folder=tmp_path)
    generated, tracked = (
        files(tmp_path / "release" / exercise),
        files(ROOT / "release" / exercise),
    )
    assert generated == tracked, (
        f"release/{exercise} is stale: run make release and commit it"
    )


def test_release_has_every_exercise_and_no_other():
    assert Course(ROOT).exercises == sorted(
        path.name for path in (ROOT / "release").iterdir()
    )


@pytest.fixture(params=EXERCISES)
def source_and_release(request):
    course = Course(ROOT)
    return [course.read_notebook(step, request.param) for step in ("source", "release")]


@pytest.mark.parametrize("kind", ["solution", "hidden test"])
def test_release_keeps_no_secret(kind, source_and_release):
    source, release = source_and_release
    assert survivors(source, release, kind) == []
    assert survivors(source, source, kind) != [], "the check would not notice one"


def test_release_stores_no_output(source_and_release):
    release = source_and_release[1]
    assert not any(cell.get("outputs") for cell in release.cells)


def test_every_test_cell_of_the_release_asserts_something(source_and_release):
    release = source_and_release[1]
    assert sum(map(is_test, release.cells)) >= 8
    assert cells_that_assert_nothing(release) == []
    emptied = copy.deepcopy(release)
    cell = next(filter(is_test, emptied.cells))
    cell.source = "# assert 1 == 1"
    assert cells_that_assert_nothing(emptied) == [cell.metadata.nbgrader.grade_id]
