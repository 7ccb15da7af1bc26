"""What a reader says of a cell, checked before it is believed.

A reader parses a stranger's bytes, so it may have been taken over by them: what it says is
taken only in this form, within these sizes.
"""

import base64
import binascii
import json
import struct

import fastjsonschema
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output

from grading.execution.limits import MEBI

MOST_TEXT = 100_000  # characters of one cell's text that are kept
MOST_DATA = 4 * MEBI  # characters of its figures
MOST_OUTPUTS = 1000
MOST_PIXELS = 2**24
MOST_OF_ALL = 32 * MEBI  # characters of a whole notebook
# As a reader is told.
SIZES = {
    "text": MOST_TEXT,
    "data": MOST_DATA,
    "outputs": MOST_OUTPUTS,
    "pixels": MOST_PIXELS,
}
MOST_LINE = 2 * MOST_DATA  # bytes; the text can take six for a character
PNG = b"\x89PNG\r\n\x1a\n"

TEXT = {"type": "string", "maxLength": MOST_TEXT}
OUTPUTS = (
    {
        "output_type": {"const": "stream"},
        "name": {"enum": ["stdout", "stderr"]},
        "text": TEXT,
    },
    {
        "output_type": {"const": "error"},
        "ename": TEXT,
        "evalue": TEXT,
        "traceback": {"type": "array", "maxItems": MOST_OUTPUTS, "items": TEXT},
    },
    {
        "output_type": {"const": "display_data"},
        "data": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": {
                "text/plain": TEXT,
                "image/png": {"type": "string", "maxLength": MOST_DATA},
            },
        },
    },
)


def just(properties: dict) -> dict:
    """The schema of an object with these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


CELL = just(
    {
        "place": {"type": "integer"},
        "verdict": {"enum": ["ok", "error", None]},
        "count": {"type": ["integer", "null"], "minimum": 1, "maximum": 2**31},
        "outputs": {
            "type": "array",
            "maxItems": MOST_OUTPUTS,
            "items": {"oneOf": [just(output) for output in OUTPUTS]},
        },
        "flooded": {"type": "boolean"},
        "ended": {"type": "boolean"},
    }
)
ANSWER = {
    "oneOf": [
        just({"ready": {"const": True}}),
        just({"answers": {"type": "boolean"}}),
        just({"cell": CELL}),
    ]
}
has_its_form = fastjsonschema.compile(ANSWER)


class DocumentError(Exception):
    """What came is no document."""


def read_answer(line: bytes) -> dict:
    """A reader's line; DocumentError unless it has its form."""
    try:
        answer = json.loads(line.decode("utf-8"), parse_constant=refuse_constant)
        has_its_form(answer)
        json.dumps(answer, ensure_ascii=False).encode("utf-8")
        for output in answer.get("cell", {}).get("outputs", []):
            check_figure(output.get("data", {}).get("image/png"))
    except (ValueError, RecursionError, fastjsonschema.JsonSchemaException) as error:
        raise DocumentError(f"no document of a reader: {error}") from error
    return answer


def refuse_constant(name: str):
    raise ValueError(f"no number: {name}")


def check_figure(figure: str | None) -> None:
    """ValueError unless it is a PNG in base64, of a size that a page can show."""
    if figure is None:
        return
    try:
        content = base64.b64decode(figure, validate=True)
        width, height = struct.unpack(">8xII", content[8:24])
    except (binascii.Error, struct.error) as error:
        raise ValueError(f"no figure ({error})") from error
    if not (content.startswith(PNG) and 0 < width * height <= MOST_PIXELS):
        raise ValueError("no figure of sane size")


def outputs_of(cell: dict) -> list[NotebookNode]:
    """A checked cell's outputs as nbformat has them."""
    return [new_output(**output) for output in cell["outputs"]]
