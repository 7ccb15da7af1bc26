"""A student's answers in the course's notebook: what is known, kept, left out and named."""

import copy
import dataclasses
import datetime
import json

import pytest
from pipeline.small_course import in_folder
from shared import EXERCISES, ROOT
from traitlets.config import Config

from coursework.answers import HandedInCell, put_in
from coursework.names import names_bound, names_defined
from coursework.notebook_file import (
    NotANotebook,
    as_cell,
    read_notebook,
    without_unused,
)
from grading.course import Course
from grading.deadlines.zone import SENTENCE, in_zone
from grading.submission.expectations import advice
from grading.submission.rebuild import rebuild
from grading.verdict import Verdict

COURSE = Course(ROOT)
EXERCISE = "part1-1-autodiff-scalar"
TASK = "task9-newton"


@pytest.mark.parametrize(
    "source",
    [
        "def f(): pass",
        "async def f(): pass",
        "@decorated\ndef f(): pass",
        "class f: pass",
        "f = _f",
        "f: object = _f",
        "f, g = _f, _g",
        "[f, *rest] = things",
        "(f := _f)",
        "print(f := _f)",
        "[(f := one) for one in things]",
        "if True:\n    def f(): pass",
        "try:\n    from fast import f\nexcept ImportError:\n    from slow import f",
        "for f in things: pass",
        "with opened as f: pass",
        "match thing:\n    case [f, *rest]: pass",
        "match thing:\n    case {'a': 1, **f}: pass",
        "import f.part",
        "import thing as f",
        "def make():\n    global f\n    f = 3\nmake()",
        "def g(x=(f := 3)): pass",
        "%%time\ndef f(): pass",
        "%%capture shown\n%%time\nf = 3",
        "%time f = 3",
        "f?\ndef f(): pass",
        "!pip install thing\ndef f(): pass",
        "%matplotlib inline\nf = lambda: 3",
        "names = !ls\ndef f(): pass",
    ],
)
def test_a_name_is_bound_in_every_way_that_python_and_ipython_have(source):
    assert "f" in names_bound(source)


@pytest.mark.parametrize(
    "source",
    [
        "f: object",
        "f.a = 1",
        "f[0] = 1",
        "[f for f in things]",
        "lambda f: f",
        "def g(f):\n    f = 3",
        "class A:\n    f = 3",
        "%%timeit\nf = 3",
        "%%bash\nf=3",
        "def f(",
        "# def f(): pass",
    ],
)
def test_a_name_that_other_cells_do_not_see_is_not_bound(source):
    assert "f" not in names_bound(source)


@pytest.mark.parametrize(
    "source",
    [
        "!a\n" * 300_000,
        "%%time\n" * 150_000,
        "(" * 100_000,
        "-" * 100_000 + "1",
        "def f():\n" + " a\n" * 300_000,
        "f = 'x'\0",
    ],
    ids=["shell", "magics", "brackets", "signs", "long", "zero"],
)
def test_no_cell_is_too_odd_to_be_read(source):
    assert names_bound(source) <= {"f"} and names_defined(source) in ([], ["f"])


def handed_in(change) -> tuple:
    """What comes of the released notebook after `change` to its cells: notebook, remarks."""
    released = COURSE.read_notebook("release", EXERCISE)
    cells = [as_cell(cell) for cell in copy.deepcopy(released.cells)]
    change(cells, [cell.id for cell in released.cells])
    notebook = COURSE.read_notebook("source", EXERCISE)
    return notebook, put_in(notebook, cells, released)


def source_of(notebook, name: str) -> str:
    return next(cell.source for cell in notebook.cells if cell.id == name)


def code(source: str) -> HandedInCell:
    return HandedInCell("code", source, "", "")


@pytest.mark.parametrize(
    "own",
    [
        "newton_sqrt = lambda x: x",
        "from mine import newton_sqrt",
        "%%time\nnewton_sqrt = 3",
    ],
)
def test_a_stub_stays_out_where_its_name_is_defined(own):
    def change(cells, names):
        cells.insert(names.index(TASK), code(own))

    notebook, remarks = handed_in(change)
    assert "NotImplementedError" not in source_of(notebook, TASK)
    assert "NotImplementedError" in source_of(notebook, "task8-gradient")
    assert remarks == []


def test_only_the_part_of_a_stub_stays_out_that_is_defined_elsewhere():
    def change(cells, names):
        cells.insert(2, code("def exp(x): return x"))

    notebook, _ = handed_in(change)
    left = source_of(notebook, "task5-functions")
    assert "def exp" not in left and "def log" in left and "def relu" in left


def test_a_changed_test_is_named_and_an_untouched_one_of_an_earlier_day_is_not():
    released = COURSE.read_notebook("release", EXERCISE)
    name = next(cell.id for cell in released.cells if "test" in cell.id)

    def change(cells, names):
        old = cells[names.index(name)]
        cells[names.index(name)] = HandedInCell("code", "assert True", name, name)
        assert old.as_released

    _, remarks = handed_in(change)
    assert remarks == [f"not used: what was changed in cells of the course ({name})"]

    def of_an_earlier_day(cells, names):
        cells[names.index(name)] = HandedInCell(
            "code", "assert True", name, name, as_released=True
        )

    assert handed_in(of_an_earlier_day)[1] == []


def test_text_without_end_is_cut_and_named():
    def change(cells, names):
        cells.append(HandedInCell("markdown", "a" * 3_000_000, "", "mine"))

    notebook, [remark] = handed_in(change)
    assert remark.startswith("not used: what follows the first 100000 characters")
    assert len(notebook.cells[-1].source) == 100_000


def test_code_without_end_is_refused_and_texts_without_end_are_counted():
    with pytest.raises(NotANotebook, match="more than 1 MiB of text"):
        handed_in(lambda cells, names: cells.append(code("a" * 2**21)))
    text = HandedInCell("markdown", "a", "", "")
    _, [remark] = handed_in(lambda cells, names: cells.extend([text] * 1000))
    assert remark == "not used: 800 of 1000 added texts"


def test_a_raw_cell_is_kept_as_it_was_typed():
    raw = HandedInCell("raw", "<b>*mine*</b>", "", "")
    notebook, _ = handed_in(lambda cells, names: cells.append(raw))
    assert notebook.cells[-1].cell_type == "markdown"
    assert notebook.cells[-1].source == "    <b>*mine*</b>"


def lay(folder, notebook: dict):
    (folder / f"{EXERCISE}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def verdict_on(folder):
    """What rebuilding says of the notebook in a folder."""
    rebuilt = rebuild(in_folder(folder, COURSE, EXERCISE))
    return Verdict.of(rebuilt.notebook.metadata)


@pytest.mark.parametrize("other", [one for one in EXERCISES if one != EXERCISE])
@pytest.mark.parametrize("lost", [False, True], ids=["", "metadata-and-ids-lost"])
def test_a_notebook_of_another_exercise_is_known(other, lost, tmp_path):
    notebook = json.loads(COURSE.notebook_path("release", other).read_bytes())
    if lost:
        for cell in notebook["cells"]:
            cell["metadata"] = {}
            del cell["id"]
    lay(tmp_path, notebook)
    verdict = verdict_on(tmp_path)
    assert verdict.status == "another exercise"
    assert f"is the notebook of {other}, not of {EXERCISE}" in verdict.reasons[0]


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_notebook_with_little_of_its_exercise_is_still_of_it(count, tmp_path):
    notebook = json.loads(COURSE.notebook_path("release", EXERCISE).read_bytes())
    notebook["cells"] = notebook["cells"][20 : 20 + count]
    lay(tmp_path, notebook)
    assert verdict_on(tmp_path).status == "graded"


def test_outputs_are_left_out_before_they_count():
    cell = {"outputs": [{"text": ['a "quote"', "{["]}], "source": '"outputs": [1]'}
    text = json.dumps({"cells": [cell], "metadata": {"widgets": {"a": []}}})
    wanted = {"cells": [cell | {"outputs": None}], "metadata": {"widgets": None}}
    assert json.loads(without_unused(text)) == wanted
    assert without_unused('{"outputs": [') == '{"outputs": ['


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "it is empty"),
        (bytes(1000), "nothing but blanks or zeros"),
        (b"PK\x03\x04rest", "zip archive or an Office document"),
        (b"\xef\xbb\xbf<html>", "it is a web page"),
        (b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n", "keep one version"),
        (b'{"cells": []}\n<<<<<<< HEAD\n', "keep one version"),
        (b'{"cells": []} <<<<<<< HEAD\n>>>>>>> theirs\n', "keep one version"),
        (b'{"cells": [\n  {"source": "a', "ends in the middle, line 2"),
        (b'{"cells": [],\n}', "line 2 is no JSON"),
        (b"{\\rtf1 a}", "rich text"),
        (b'{"doc_id": "a"}', "a link into Google Drive"),
        (b"version https://git-lfs.github.com/spec/v1\n", "git lfs pull"),
        (b"import numpy", "it is some text"),
        (b"[" * 100_000, "nest too deeply"),
    ],
)
def test_what_is_no_notebook_is_named_with_what_helps(raw, words, tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_bytes(raw)
    with pytest.raises(NotANotebook, match=words):
        read_notebook(path)


def test_a_mark_of_a_merge_within_a_line_is_what_follows_the_notebook(tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_text('{"cells": []} <<<<<<< HEAD', encoding="utf-8")
    assert "(12 characters)" in read_notebook(path).remarks[0]


def test_a_byte_order_mark_and_a_bracket_too_many_stop_nothing(tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_bytes(b'\xef\xbb\xbf{"cells": []}\n}\n')
    assert read_notebook(path).cells == []
    assert read_notebook(path).remarks == [
        "not used: what follows the notebook's end (1 characters)"
    ]


def test_the_advice_names_the_file_and_the_date():
    zone = Config(Deadlines={"zone": "Europe/Berlin"})
    due = in_zone(zone, datetime.datetime(2027, 2, 3, 22, 59), SENTENCE)
    said = advice("missing", EXERCISE, due, is_past=False)
    assert said.endswith(
        f"the file {EXERCISE}.ipynb, until 03 February 2027, 23:59 CET."
    )
    assert "It was due on 03 February" in advice("malformed", EXERCISE, due, True)
    assert "until" not in advice("another exercise", EXERCISE, None, True)


ASKING, QUESTION = "part1-3-autodiff-neural-network", "task7-question-curves"
TEXT = HandedInCell("markdown", "My answer: the first curve bends.", "", "")


def waits_with(added: HandedInCell, place: int) -> bool:
    """Does the question, left as released, wait for a person if `added` stands there?"""
    released = COURSE.read_notebook("release", ASKING)
    cells = [as_cell(cell) for cell in json.loads(json.dumps(released))["cells"]]
    cells.insert(place, added)
    notebook = copy.deepcopy(released)
    put_in(notebook, cells, released)
    [answer] = [cell for cell in notebook.cells if cell.id == QUESTION]
    return "checksum" not in answer.metadata.nbgrader


@pytest.mark.parametrize("place", [0, 1, 20, -1])
def test_a_text_may_be_the_answer_wherever_it_stands(place):
    assert waits_with(TEXT, place)


@pytest.mark.parametrize(
    ("source", "waits"),
    [
        ("The first curve bends because both factors grow.", True),
        ("%%markdown\nIt bends.", True),
        ("# It bends.", True),
        ("1 + 1", False),
        ("for n in range(9): print(n * n)", False),
    ],
)
def test_prose_in_a_code_cell_close_by_may_be_the_answer(source, waits):
    released = COURSE.read_notebook("release", ASKING)
    [place] = [n for n, cell in enumerate(released.cells) if cell.id == QUESTION]
    assert waits_with(HandedInCell("code", source, "", ""), place + 1) == waits


def asked_cells() -> tuple:
    """The cells of the exercise that asks, as released, and the question's place."""
    released = COURSE.read_notebook("release", ASKING)
    cells = [as_cell(cell) for cell in json.loads(json.dumps(released))["cells"]]
    [place] = [n for n, cell in enumerate(released.cells) if cell.id == QUESTION]
    return released, cells, place


def put(cells, released) -> tuple:
    notebook = copy.deepcopy(released)
    return notebook, put_in(notebook, cells, released)


@pytest.mark.parametrize(
    "write",
    [
        lambda line: f"{line} My answer: it bends.",
        lambda line: "My answer: it bends.",
        lambda line: f"{line}\n\nMy answer: it bends.",
    ],
    ids=["same-line", "over-it", "below"],
)
def test_an_answer_in_the_question_itself_is_shown_and_waits(write):
    released, cells, place = asked_cells()
    text = cells[place - 1]
    *lines, last = text.source.splitlines()
    source = "\n".join([*lines, write(last)])
    cells[place - 1] = dataclasses.replace(text, source=source)
    notebook, _ = put(cells, released)
    added = [cell for cell in notebook.cells if cell.id.startswith("added-")]
    assert ["My answer: it bends." in cell.source for cell in added] == [True]
    [answer] = [cell for cell in notebook.cells if cell.id == QUESTION]
    assert "checksum" not in answer.metadata.nbgrader


def test_a_line_of_an_earlier_day_elsewhere_is_nobodys_answer():
    released, cells, _ = asked_cells()
    [other] = [n for n, cell in enumerate(cells) if cell.id == "title"] or [0]
    old = cells[other].source.replace(" the ", " a ", 1)
    cells[other] = dataclasses.replace(cells[other], source=old)
    notebook, remarks = put(cells, released)
    assert len(notebook.cells) == len(released.cells)
    assert len(remarks) == 1 and remarks[0].startswith("not used: what was changed")
    [answer] = [cell for cell in notebook.cells if cell.id == QUESTION]
    assert "checksum" in answer.metadata.nbgrader


def test_a_text_of_a_picture_alone_is_kept():
    released, cells, place = asked_cells()
    cells.insert(place, HandedInCell("markdown", "", "", "", {"a.png": {}}))
    notebook, _ = put(cells, released)
    [added] = [cell for cell in notebook.cells if cell.id.startswith("added-")]
    assert added.attachments == {"a.png": {}}


def order_of(notebook) -> list[str]:
    return [cell.id for cell in notebook.cells if cell.cell_type == "code"]


def test_a_definition_in_a_test_is_kept_before_it():
    """Two cells merged into one."""

    def change(cells, names):
        place = names.index("newton-test") if "newton-test" in names else None
        place = place or next(
            n for n in range(names.index(TASK) + 1, len(cells)) if "test" in names[n]
        )
        solution = "# mine\ndef newton_sqrt(a):\n    return a ** 0.5"
        test = cells[place]
        source = f"{solution}\n\n{test.source}"
        cells[place] = dataclasses.replace(test, source=source, as_released=False)
        del cells[names.index(TASK)]

    notebook, remarks = handed_in(change)
    order = order_of(notebook)
    added = order.index("added-1")
    assert order[added - 1] == TASK and "test" in order[added + 1]
    assert "return a ** 0.5" in source_of(notebook, "added-1")
    assert "NotImplementedError" not in source_of(notebook, TASK)
    assert remarks == []


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("import random as chance", True),
        ("def helper():\n    return 3", True),
        ("LIMIT = 7", True),
        ("print('here')", False),
        ("assert 1 == 2", False),
        ("%cd ..", False),
    ],
)
def test_what_a_student_defines_in_the_setup_can_be_used(line, is_kept):
    def change(cells, names):
        place = names.index("setup")
        source = f"{cells[place].source}\n{line}"
        cells[place] = dataclasses.replace(
            cells[place], source=source, as_released=False
        )

    notebook, remarks = handed_in(change)
    order = order_of(notebook)
    if is_kept:
        assert order[order.index("setup") + 1] == "added-1"
        assert source_of(notebook, "added-1") == line
        assert remarks == []
    else:
        assert "added-1" not in order
        assert remarks == ["not used: what was changed in cells of the course (setup)"]


def test_what_the_course_itself_defines_in_a_cell_stays_as_it_is():
    released = COURSE.read_notebook("release", EXERCISE)
    [setup] = [cell for cell in released.cells if cell.id == "setup"]
    first = setup.source.split("import ")[1].split()[0].strip(",")

    def change(cells, names):
        place = names.index("setup")
        source = f"{setup.source}\n{first} = None"
        cells[place] = dataclasses.replace(
            cells[place], source=source, as_released=False
        )

    notebook, remarks = handed_in(change)
    assert "added-1" not in order_of(notebook)
    assert remarks == ["not used: what was changed in cells of the course (setup)"]
