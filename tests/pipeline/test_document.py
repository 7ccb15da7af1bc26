"""What the grader believes of a reader's words, and that nothing else gets through."""

import base64
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from grading.execution.document import (
    MOST_DATA,
    MOST_OUTPUTS,
    MOST_TEXT,
    DocumentError,
    outputs_of,
    read_answer,
)


def png(width: int, height: int) -> str:
    """A PNG of this size, in base64."""
    stream = io.BytesIO()
    Image.new("1", (width, height)).save(stream, "PNG")
    return base64.b64encode(stream.getvalue()).decode()


def cell(*outputs, **changes) -> bytes:
    """A reader's line about a cell that showed `outputs`."""
    said = {"place": 3, "verdict": "ok", "count": 1, "outputs": list(outputs)}
    said |= {"flooded": False, "ended": True, **changes}
    return json.dumps({"cell": said}).encode()


TEXT = {"output_type": "stream", "name": "stdout", "text": "some text"}
FIGURE = {"output_type": "display_data", "data": {"image/png": png(4, 3)}}
ERROR = {"output_type": "error", "ename": "E", "evalue": "e", "traceback": ["t"]}


def test_what_has_its_form_is_taken_over():
    answer = read_answer(cell(TEXT, FIGURE, ERROR))
    stream, figure, error = outputs_of(answer["cell"])
    assert (stream.name, stream.text) == ("stdout", "some text")
    assert figure.data == FIGURE["data"] and figure.metadata == {}
    assert (error.ename, error.evalue, error.traceback) == ("E", "e", ["t"])
    assert read_answer(b'{"ready": true}') == {"ready": True}
    assert read_answer(b'{"answers": false}') == {"answers": False}


FALSE = {
    "no json": b"{",
    "no utf-8": b'{"answers": "\xff"}',
    "half a pair": cell(TEXT | {"text": "\ud800"}),
    "nested": b"[" * 100_000,
    "not a number": cell(count=float("nan")),
    "something else": b'{"answers": true, "ready": true}',
    "another name": b'{"verdict": "ok"}',
    "nothing": b"null",
    "a negative count": cell(count=-5),
    "a count that is true": cell(count=True),
    "half a count": cell(count=1.5),
    "a huge count": cell(count=2**40),
    "a verdict of its own": cell(verdict="passed"),
    "metadata": cell(TEXT | {"metadata": {"filenames": 5}}),
    "metadata of a figure": cell(FIGURE | {"metadata": {"width": "1 onerror=x"}}),
    "a text that is too long": cell(TEXT | {"text": "x" * (MOST_TEXT + 1)}),
    "a text that is a list": cell(TEXT | {"text": ["x"]}),
    "another stream": cell(TEXT | {"name": "stdin"}),
    "another kind": cell(TEXT | {"output_type": "update_display_data"}),
    "html": cell(FIGURE | {"data": {"text/html": "<b>"}}),
    "no data": cell(FIGURE | {"data": {}}),
    "no base64": cell(FIGURE | {"data": {"image/png": "..."}}),
    "no png": cell(FIGURE | {"data": {"image/png": "AAAA" * 20}}),
    "half a png": cell(FIGURE | {"data": {"image/png": png(4, 3)[:16]}}),
    "a figure that is too wide": cell(
        FIGURE | {"data": {"image/png": png(5000, 4000)}}
    ),
    "a figure that is too large": cell(
        FIGURE | {"data": {"image/png": "A" * (MOST_DATA + 4)}}
    ),
    "too many outputs": cell(*[TEXT] * (MOST_OUTPUTS + 1)),
    "too many parts": cell(ERROR | {"traceback": ["t"] * (MOST_OUTPUTS + 1)}),
}


@pytest.mark.parametrize("line", FALSE.values(), ids=FALSE.keys())
def test_what_has_not_is_refused(line):
    with pytest.raises(DocumentError):
        read_answer(line)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda some: st.lists(some) | st.dictionaries(st.text(), some),
)


@given(st.binary() | ANYTHING.map(lambda one: json.dumps({"cell": one}).encode()))
def test_nothing_else_than_a_refusal_comes_of_anything_else(line):
    with pytest.raises(DocumentError):
        read_answer(line)


PARTS = {
    "place": ANYTHING,
    "verdict": st.sampled_from(["ok", "error", None]) | ANYTHING,
    "count": st.integers(1, 9) | ANYTHING,
    "outputs": st.lists(st.sampled_from([TEXT, FIGURE, ERROR])) | ANYTHING,
    "flooded": st.booleans() | ANYTHING,
    "ended": st.booleans() | ANYTHING,
}


@given(st.fixed_dictionaries(PARTS))
def test_what_is_taken_over_is_a_cell_that_can_be_written(said):
    try:
        answer = read_answer(json.dumps({"cell": said}).encode())
    except DocumentError:
        return
    made = answer["cell"]
    assert type(made["count"]) in (int, type(None)) and type(made["place"]) is int
    assert json.dumps(outputs_of(made), ensure_ascii=False).encode("utf-8")
