"""Nothing in a submission stops a page of it, and no page loads anything from elsewhere."""

import base64
import re
from html.parser import HTMLParser

import nbformat
import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from pipeline.odd_hand_ins import PICTURE
from shared import ROOT
from traitlets.config import Config

from coursework.answers import MOST_TEXT
from grading.course import Course
from grading.pictures import attach_pictures
from grading.safe_html import markdown_without_scripts, missing_pictures

N = 1000
LONG = MOST_TEXT
HOSTILE = {
    "quotes": ">" * N,
    "lists": "".join(f"{'  ' * level}- a\n" for level in range(500)),
    "numbered": "1. " * N,
    "brackets": "[" * N + "]" * N,
    "links": "[a](" * N,
    "images": "![" * N,
    "stars": "**" * N + "a" + "**" * N,
    "underscores": "_a" * N,
    "ticks": "`" * N + "a",
    "elements": "<div>" * N,
    "formatting": "<b>" * N,
    "broken-elements": "<a " * N,
    "comments": "<!--" * N,
    "blanks": f"a{' ' * LONG}b",
    "blank-lines": "\n" * LONG + "a",
    "headings": "# a\n" * 20_000,
    "dollars": "$" * LONG,
    "environments": r"\begin{a}" * N,
    "broken-formula": r"$\frac{\left(\begin{x}$ and $$\undefined{$$",
    "deep-formula": "$" + "{" * N + "}" * N + "$",
    "fractions": "$" + r"\frac{" * 300 + "}{}" * 300 + "$",
    "table": "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + ("|b" * 300 + "|\n") * 100,
    "references": "[a]: b\n" * N + "[c][d] [e] ![f][g]",
    "one-line": "a" * 2_000_000,
    "zeros": "\0" * 100 + "\ud83d",
    "escapes": "\\" * N,
    "missing": "![d](attachment:d.png) ![d][r]\n\n[r]: attachment:e.png",
    "missing-in-html": '<img src="attachment:d.png"> <img src=attachment:> <img>',
    "fence": "```nothing\n```python\n" * N,
}
ELSEWHERE = [
    "![a](https://example.org/a.png)",
    '<img src="//example.org/a.png">',
    '<img srcset="https://example.org/a.png 2x" src="https://example.org/a.png">',
    '<p style="background: url(https://example.org/a.png)">',
    '<link rel="stylesheet" href="https://example.org/a.css">',
    '<svg><image href="https://example.org/a.png"/></svg>',
    '<video poster="https://example.org/a.png"></video>',
    "<style>@import url(https://example.org/a.css)</style>",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
]


def page_of(*cells, template: str) -> str:
    """The page that nbgrader's formgrader, or the feedback, makes of cells."""
    settings = Course(ROOT).settings
    formgrader = Config(HTMLExporter={"template_name": "formgrade"})
    feedback = Config(settings.GenerateFeedback)
    settings.merge(formgrader if template == "formgrade" else feedback)
    settings.HTMLExporter.pop("preprocessors", None)
    notebook = new_notebook(cells=list(cells))
    notebook.metadata.grading = {"status": "graded", "reasons": []}
    names = ("notebook", "score", "max_score", "late_penalty")
    resources = {"nbgrader": dict.fromkeys(names, 0) | {"notebook": "x"}}
    resources |= {"notebook_id": "x", "index": 0, "total": 1, "base_url": ""}
    exporter = HTMLExporter(config=settings)
    page, _ = exporter.from_notebook_node(notebook, resources=resources)
    return page


def answer(source: str):
    marks = {"grade": True, "solution": True, "grade_id": "q", "points": 2, "score": 0}
    return new_markdown_cell(source, metadata={"nbgrader": marks})


class Addresses(HTMLParser):
    """Collects what a browser would load."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        loads = ("src", "srcset", "poster", "background", "style", "data")
        if tag != "a":
            loads += ("href", "xlink:href")
        self.found += [value or "" for name, value in attrs if name in loads]


def addresses(page: str) -> list[str]:
    parser = Addresses()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("template", ["formgrade", "feedback-page"])
@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_stops_a_page(name, template):
    text = HOSTILE[name]
    shown = {"text/markdown": text, "text/html": text, "text/plain": text}
    output = new_output("display_data", shown)
    coloured = new_output("stream", name="stdout", text="\x1b[31m" + text)
    cells = answer(text), new_code_cell(text, outputs=[output, coloured])
    assert "THE LAST ANSWER" in page_of(
        *cells, answer("THE LAST ANSWER"), template=template
    )


@pytest.mark.parametrize("template", ["formgrade", "feedback-page"])
@pytest.mark.parametrize("text", ELSEWHERE)
def test_no_page_loads_anything_from_elsewhere(text, template):
    shown = {"text/markdown": text, "text/html": text}
    outputs = [new_output("display_data", {kind: shown[kind]}) for kind in shown]
    cells = answer(text), new_code_cell("1", outputs=outputs)
    loaded = addresses(page_of(*cells, template=template))
    assert not [one for one in loaded if "example.org" in one or "svg" in one]


CODED = base64.b64encode(PICTURE).decode()
DATA = f"data:image/png;base64,{CODED}"
FORMS = [
    "![d](attachment:my%20plot.png)",
    "![d](<attachment:my plot.png>)",
    '![d](<attachment:my plot.png> "a title")',
    "![d][r]\n\n[r]: <attachment:my plot.png>",
    "![d][]\n\n[d]: attachment:my%20plot.png 'a title'",
    '<img src="attachment:my plot.png" width="300">',
    "<div align=center>\n<img src='attachment:my%20plot.png'/>\n</div>",
    "![d](my%20plot.png)",
    "![d](<./My Plot.PNG>)",
    "![d](<C:\\Users\\me\\my plot.png>)",
    '<img src="C:\\Users\\me\\my plot.png">',
    "![d](file:///home/me/my%20plot.png)",
    "[![d](<attachment:my plot.png>)](https://example.org)",
]


@pytest.mark.parametrize("beside", [True, False], ids=["file", "attachment"])
@pytest.mark.parametrize("text", FORMS)
def test_a_picture_is_shown_however_it_is_named(text, beside):
    cell = answer(text)
    files = {"my plot.png": PICTURE} if beside else {}
    if not beside:
        cell.attachments = {"my plot.png": {"image/png": CODED}}
    notebook = new_notebook(cells=[cell])
    assert attach_pictures(notebook, files) == []
    assert missing_pictures(notebook) == []
    assert DATA in markdown_without_scripts(cell.source, cell.attachments)
    nbformat.validate(notebook)


@pytest.mark.parametrize(
    "text", ["![d](attachment:d.png)", "![](d.png)", '<img src="attachment:d.png">']
)
def test_a_picture_that_is_missing_is_named(text):
    words = "picture d.png: it was not handed in, or cannot be shown"
    assert f"[{words}]" in markdown_without_scripts(text)
    assert missing_pictures(new_notebook(cells=[answer(text)])) == [words]


def huge_png() -> bytes:
    """A picture of a few bytes that says it has 4 billion pixels."""
    size = (60_000).to_bytes(4, "big")
    return PICTURE[:16] + size + size + PICTURE[24:]


@pytest.mark.parametrize(
    "raw",
    [b"<svg onload='alert(1)'/>", b"GIF89a", b"", huge_png(), PICTURE + b"0" * 2**24],
    ids=["svg", "cut-off", "empty", "huge", "heavy"],
)
def test_what_is_no_picture_of_a_sane_size_is_named_instead(raw):
    cell = answer("![d](attachment:d.png)")
    cell.attachments = {"d.png": {"image/png": base64.b64encode(raw).decode()}}
    [remark] = attach_pictures(new_notebook(cells=[cell]), {})
    assert remark.startswith("not used: the picture d.png (no PNG")
    assert "attachments" not in cell


@pytest.mark.parametrize(
    "attachments",
    [None, [], {"d.png": None}, {"d.png": {"image/png": 3}}, {"d.png": []}],
)
def test_attachments_of_wrong_types_stop_nothing(attachments):
    notebook = new_notebook(cells=[answer("![d](attachment:d.png)")])
    [cell] = notebook.cells
    cell["attachments"] = attachments
    attach_pictures(notebook, {})
    nbformat.validate(notebook)
    assert not re.search("<img", markdown_without_scripts(cell.source))
