"""Every notebook in source/ is built as the maintainers' rules say."""

import ast
import itertools
import re

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from shared import EXERCISES, ROOT

from coursework.card import read_card
from coursework.cells import is_test
from grading.course import Course


@pytest.fixture(params=EXERCISES)
def exercise(request):
    return request.param


@pytest.fixture
def source(exercise):
    return Course(ROOT).read_notebook("source", exercise)


@pytest.fixture
def release(exercise):
    return Course(ROOT).read_notebook("release", exercise)


def marks(cell):
    return cell.metadata.get("nbgrader", {})


def test_ids_are_speaking_and_the_grade_ids_the_same(source):
    for cell in source.cells:
        assert re.fullmatch(r"[a-z][a-z0-9-]{2,63}", cell.id), cell.id
        assert marks(cell).get("grade_id", cell.id) == cell.id


def test_points(source):
    points = [marks(cell).points for cell in source.cells if marks(cell).get("grade")]
    assert all(1 <= p <= 3 for p in points)
    assert 15 <= sum(points) <= 25
    title = " ".join(cell.source for cell in source.cells[:3])
    assert f"| **Points** | {sum(points)} " in title


def test_a_card_that_lacks_something_says_what():
    cell = new_markdown_cell(
        "Scalars\n\n| **Time** | a while |\n| **Points** | many |\n"
    )
    with pytest.raises(ValueError, match="Scalars"):
        read_card("part1", new_notebook(cells=[cell]))
    cell.source = f"# {cell.source}"
    card = read_card("part1", new_notebook(cells=[cell]))
    with pytest.raises(ValueError, match="hours.* 'a while'"):
        assert card.minutes
    with pytest.raises(ValueError, match="'many'"):
        assert card.points


def test_a_check_that_passes_shows_nothing(source):
    """Neither with its hidden part nor, as students have it, without."""
    code = [cell.source for cell in source.cells if cell.cell_type == "code"]
    trees = [ast.parse(re.sub(r"^%.*$", "", text, flags=re.MULTILINE)) for text in code]
    answering = {
        function.name
        for tree in trees
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        and any(
            isinstance(part, ast.Return) and part.value for part in ast.walk(function)
        )
    }
    for cell in filter(is_test, source.cells):
        assert cell.outputs == [], cell.id
        for text in (cell.source, cell.source.partition("### BEGIN HIDDEN")[0]):
            last = ast.parse(text).body[-1]
            if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
                name = getattr(last.value.func, "id", "")
                assert name not in answering, f"{cell.id} shows what {name} returns"


def test_links_to_other_exercises_and_to_the_course_text_lead_there(exercise, source):
    for cell in source.cells:
        for target in re.findall(r"\]\((\.\./[^)]+)\)", cell.source):
            if page := re.fullmatch(r"\.\./site/(.+)\.html", target):
                assert (ROOT / "docs" / f"{page[1]}.md").is_file(), target
            else:
                assert (ROOT / "source" / exercise / target).is_file(), target


def test_each_task_says_its_points(source):
    said = {}
    for cell in source.cells:
        for task, points in re.findall(
            r"^## Task (\d+) .*\((\d+) points?,", cell.source, re.MULTILINE
        ):
            said[task] = int(points)
    given = dict.fromkeys(said, 0)
    for cell in source.cells:
        if marks(cell).get("grade"):
            given[re.match(r"task(\d+)-", cell.id)[1]] += marks(cell).points
    assert len(said) >= 4
    assert said == given


def test_each_task_has_one_to_three_test_cells(source):
    tests = [re.match(r"task\d+", cell.id)[0] for cell in source.cells if is_test(cell)]
    assert all(1 <= tests.count(task) <= 3 for task in tests)


def test_every_test_cell_has_a_hidden_part(source):
    for cell in filter(is_test, source.cells):
        visible, _, hidden = cell.source.partition("### BEGIN HIDDEN TESTS\n")
        assert "assert" in visible and "assert" in hidden, cell.id


def test_every_assertion_has_a_sentence(source):
    for cell in filter(is_test, source.cells):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Assert):
                assert node.msg is not None, f"{cell.id}: {ast.unparse(node)}"


def test_code_that_is_not_the_students_is_locked(source):
    for cell in source.cells:
        if cell.cell_type == "code":
            assert marks(cell).get("locked") or marks(cell).get("solution"), cell.id


def test_sizes(source, release):
    assert len(source.cells) <= 60
    for cell in source.cells:
        if cell.cell_type == "code":
            assert max(map(len, cell.source.splitlines())) <= 79, cell.id
    for cell in release.cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 30, cell.id


def test_headings_do_not_skip_a_level(source):
    levels = [
        len(hashes)
        for cell in source.cells
        if cell.cell_type == "markdown"
        for hashes in re.findall(r"^(#+) ", cell.source, re.MULTILINE)
    ]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_what_is_not_written_raises(release):
    for cell in release.cells:
        if cell.cell_type == "code" and marks(cell).get("solution"):
            assert "raise NotImplementedError(" in cell.source, cell.id


def test_run_top_to_bottom_without_errors(source):
    code = [cell for cell in source.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for cell in code:
        for output in cell.outputs:
            assert output.output_type != "error" and output.get("name") != "stderr", (
                cell.id
            )
