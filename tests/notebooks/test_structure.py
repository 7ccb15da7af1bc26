"""Every notebook in source/ is built as the maintainers' rules say."""

import ast
import itertools
import re
import symtable

import pytest
from kill.names import kept_in
from nbformat.v4 import new_markdown_cell, new_notebook
from shared import EXERCISES, ROOT

from coursework.card import read_card
from coursework.cells import is_test
from coursework.names import names_bound
from grading.course import Course

# A test's head, and what keeps names for tests.
HEAD_OR_KEPT = r"^@course_check\ndef .*\n|^course_check\.keep\([^)]*\)"


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


def code_of(cells, kind=None):
    """The code cells, with their syntax trees. `kind`: "given", "solution" or "test"."""
    for cell in cells:
        if cell.cell_type == "code" and kind in (None, kind_of(cell)):
            yield cell, ast.parse(re.sub(r"^%.*$", "", cell.source, flags=re.MULTILINE))


def kind_of(cell):
    if is_test(cell):
        return "test"
    return "solution" if marks(cell).get("solution") else "given"


def test_a_test_is_a_function_that_is_run_as_a_check(source):
    for cell, tree in code_of(source.cells, "test"):
        [function] = tree.body
        assert isinstance(function, ast.FunctionDef), cell.id
        assert [ast.unparse(one) for one in function.decorator_list] == ["course_check"]
        assert function.name == "_", cell.id
        assert not any(isinstance(node, ast.Global) for node in ast.walk(tree)), cell.id


def test_a_check_that_passes_says_so_in_a_line(source):
    for cell in filter(is_test, source.cells):
        [output] = cell.outputs
        assert output.text == "passed\n", cell.id


def free_names(source):
    """The names that a source takes from outside, in its functions as well."""
    waiting, found = [symtable.symtable(source, "cell", "exec")], set()
    while waiting:
        table = waiting.pop()
        found |= {one.get_name() for one in table.get_symbols() if one.is_global()}
        waiting += table.get_children()
    return found


def test_what_tests_use_is_kept_for_them(source):
    """All names that locked cells bind, but for classes that students use, too."""
    kept, bound, classes, asked, used = set(), set(), set(), set(), set()
    for cell, tree in code_of(source.cells):
        kind = kind_of(cell)
        if kind == "given":
            kept |= set(kept_in(tree))
            bound |= names_bound(ast.unparse(tree))
            classes |= {
                node.name for node in tree.body if isinstance(node, ast.ClassDef)
            }
        elif kind == "solution":
            asked |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            bound -= names_bound(cell.source)
        else:
            used |= free_names(cell.source)
    assert used & bound - {"course_check", "_"} - (classes & asked) <= kept
    assert not kept & classes & asked  # their methods would see what tests see


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
            indented = 4 if is_test(cell) else 0
            longest = max(map(len, cell.source.splitlines()))
            assert longest <= 79 + indented, cell.id
    for cell in release.cells:
        if cell.cell_type == "code":
            code = re.sub(HEAD_OR_KEPT, "", cell.source, flags=re.MULTILINE)
            is_folded = cell.metadata.get("jupyter", {}).get("source_hidden")
            most = 60 if is_folded else 30
            assert len(code.strip().splitlines()) <= most, cell.id


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
