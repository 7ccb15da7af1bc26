"""Nothing in a submission stops a page of it, and no page loads anything from elsewhere."""

import base64
import io
import itertools
import re
import zlib
from html.parser import HTMLParser
from pathlib import PurePath

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image
from pipeline.drawn import page_of
from pipeline.odd_hand_ins import PICTURE
from pipeline.small_course import in_folder

from coursework.answers import MOST_TEXT
from grading.pictures import attach_pictures
from grading.safe_html import (
    markdown_without_scripts,
    missing_pictures,
    text_as_html,
)
from grading.submission.brought import unused_files

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
    '<svg><use xlink:href="https://example.org/a.svg#a"/></svg>',
    "![a][r]\n\n[r]: http://example.org/a.png",
    '<picture><source srcset="https://example.org/a.png"><img src="x"></picture>',
    '<table background="https://example.org/a.png"><tr><td>1</td></tr></table>',
    '<input type="image" src="https://example.org/a.png">',
    '<object data="https://example.org/a.svg"></object>',
    '<iframe src="https://example.org"></iframe>',
    "$\\href{https://example.org}{a}$ <math href='https://example.org/a.png'></math>",
    '<video poster="https://example.org/a.png"></video>',
    "<style>@import url(https://example.org/a.css)</style>",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
]


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
    colored = new_output("stream", name="stdout", text="\x1b[31m" + text)
    cells = answer(text), new_code_cell(text, outputs=[output, colored])
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


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_page_for_marking_loads_nothing_from_elsewhere(text):
    loaded = addresses(text_as_html(answer(text)))
    assert not [one for one in loaded if "example.org" in one or "svg" in one]


@pytest.mark.parametrize("template", ["formgrade", "feedback-page"])
def test_a_page_forbids_what_its_filters_may_have_missed(template):
    """Scripts and styles are the formgrader's own; from elsewhere comes nothing."""
    head, _, body = page_of(answer("a"), template=template).partition("</head>")
    pattern = r'<meta content="([^"]+)" http-equiv="Content-Security-Policy"'
    [policy] = re.findall(pattern, head)
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in policy.split("; ")}
    allowed = {"'none'", "'self'", "'unsafe-inline'", "'unsafe-eval'", "data:"}
    assert set().union(*rules.values()) <= allowed
    assert "default-src" in rules and body


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
    words = "picture d.png: it was not handed in"
    assert f"[{words}]" in markdown_without_scripts(text)
    assert missing_pictures(new_notebook(cells=[answer(text)])) == [words]


def huge_png() -> bytes:
    """A picture of a few bytes that says it has 4 billion pixels."""
    size = (60_000).to_bytes(4, "big")
    header = PICTURE[12:16] + size + size + PICTURE[24:29]
    checksum = zlib.crc32(header).to_bytes(4, "big")
    return PICTURE[:12] + header + checksum + PICTURE[33:]


ONLY = "it came, but pages show only PNG, JPEG, GIF and WebP"
CUT_OFF = "it came, but is empty, damaged or cut off"
TOO_LARGE = "it came, but is too large: pages show up to 10 MiB and 50 megapixels"
NOT_DRAWN = {
    "svg": (b"<svg onload='alert(1)'/>", ONLY),
    "pdf": (b"%PDF-1.7", ONLY),
    "tiff": (b"II*\0", ONLY),
    "bmp": (b"BM" + bytes(60), ONLY),
    "avif": (b"\0\0\0\x20ftypavif", ONLY),
    "text": (b"hello", ONLY),
    "sound": (b"RIFF\0\0\0\0WAVE", ONLY),
    "cut-off": (b"GIF89a", CUT_OFF),
    "empty": (b"", CUT_OFF),
    "huge": (huge_png(), TOO_LARGE),
    "heavy": (PICTURE + b"0" * 2**24, TOO_LARGE),
}


@pytest.mark.parametrize(
    ("text", "beside"),
    [("![d](attachment:d.png)", False), ("as d.png shows", True), ("", False)],
)
@pytest.mark.parametrize("name", NOT_DRAWN)
def test_what_is_no_picture_of_a_sane_size_is_named_instead(name, text, beside):
    raw, why = NOT_DRAWN[name]
    cell = answer(text)
    notebook = new_notebook(cells=[cell])
    if not beside:
        cell.attachments = {"d.png": {"image/png": base64.b64encode(raw).decode()}}
    [remark] = attach_pictures(notebook, {"d.png": raw} if beside else {})
    assert remark == f"not used: the picture d.png ({why})"
    assert "attachments" not in cell and missing_pictures(notebook) == []
    page = page_of(cell, template="feedback-page")
    assert page.count(f"[picture d.png: {why}]") == 1
    assert "was not handed in" not in page


@pytest.mark.parametrize(
    "name", ["d.svg", "d.pdf", "d.tif", "d.bmp", "d.avif", "d.heic"]
)
def test_a_file_of_another_format_is_named_where_a_text_mentions_it(name, tmp_path):
    cells = [answer(f"see {name}"), new_markdown_cell("nothing", id="added-1")]
    notebook = new_notebook(cells=cells)
    files = {name: b"1", "essay.txt": b"1", "other.svg": b"1"}
    for file in files:
        (tmp_path / file).write_bytes(b"1")
    assert attach_pictures(notebook, files) == [
        f"not used: the picture {name} ({ONLY})"
    ]
    assert unused_files(in_folder(tmp_path), PurePath("x.ipynb"), files, notebook) == [
        "not used: essay.txt, other.svg (no cell opens it)"
    ]


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


# Pictures that a text only mentions stand below it.

PLACES = [
    "![d](my plot.png)",
    "as in My Plot.png.",
    "`my plot.png`",
    "![[my plot.png]]",
    "![d](my plot.png =300x)",
    "![d](attachment:my plot.png)",
    "[the plot](my%20plot.png)",
    "[the plot](<my plot.png>)",
    '<object data="my plot.png"></object>',
    '<embed src="my%20plot.png">',
    "<video src='my plot.png'></video>",
    "<!-- ![d](<my plot.png>) -->",
    "```\n![d](<my plot.png>)\n```",
    "```\n![d](<my plot.png>)",
    "$$ my plot.png",
    "<div title='my plot.png",
    "https://example.org/my%20plot.png",
    "my\u202fplot.png",
    "my&nbsp;plot.png",
    "> " * 500 + "my plot.png",
    "my plot.png " + "*" * LONG,
]


def counted(page: str) -> int:
    return addresses(page).count(DATA)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        *itertools.product([*FORMS, *PLACES], [True, False]),
        *itertools.product(["", "  ", "no word of it"], [False]),
    ],
)
def test_a_picture_is_shown_once_wherever_a_text_mentions_it(text, beside):
    cell = answer(text)
    files = {"my plot.png": PICTURE} if beside else {}
    if not beside:
        cell.attachments = {"my plot.png": {"image/png": CODED}}
    assert attach_pictures(new_notebook(cells=[cell]), files) == []
    for template in ("formgrade", "feedback-page"):
        page = page_of(cell, template=template)
        assert counted(page) == 1
        assert text in FORMS or "<p>my plot.png<br" in page
        assert "was not handed in" not in page


NAMES = [  # as a file is called, and as a text says it
    ("\u00dcbersicht.png", "U\u0308bersicht.png"),
    ("U\u0308bersicht.png", "\u00dcbersicht.png"),
    ("U\u0308bersicht.png", "%C3%9Cbersicht.png"),
    ("Stra\u00dfe.png", "STRASSE.png"),
    ("a&b.png", "a&amp;b.png"),
    ("a&b.png", "a&b.png"),
    ("a%20b.png", "a%20b.png"),
    ("100%.png", "100%.png"),
    ("plot_1.png", "plot_1.png"),
    ("plot_1.png", r"plot\_1.png"),
    ("plot(1).png", "plot(1).png"),
    ("plot#1.png", "plot#1.png"),
    ("plot.png", "plot.png?raw=true"),
    ("plot.png", "plot.png#width=300"),
    ("figures/plot.png", "plot.png"),
    ("figures/plot.png", "../figures/plot.png"),
    ("figures/plot.png", r"figures\plot.png"),
]


@pytest.mark.parametrize(("name", "said"), NAMES)
@pytest.mark.parametrize(
    "form", ["![d](attachment:{})", "![d]({})", "<img src='{}'>", "as {} shows"]
)
def test_a_name_may_be_spelled_in_other_ways(form, name, said):
    cell = answer(form.format(said))
    notebook = new_notebook(cells=[cell])
    assert attach_pictures(notebook, {name: PICTURE}) == []
    assert missing_pictures(notebook) == []
    assert counted(markdown_without_scripts(cell.source, cell.attachments)) == 1


@pytest.mark.parametrize(
    "text",
    ["![d](\u00dcb(1).png)", "![d](%C3%9Cb%281%29.png)", "<img src='U\u0308b(1).png'>"],
)
def test_words_on_a_picture_name_it_readably(text):
    words = "picture \u00dcb(1).png: it was not handed in"
    assert missing_pictures(new_notebook(cells=[answer(text)])) == [words]
    assert f"[{words}]" in markdown_without_scripts(text)


def test_a_longer_name_is_no_mention_of_a_shorter_one():
    cell = answer("See my plot.png, bigplot.png and deep/a.png.")
    names = ("my plot.png", "plot.png", "gplot.png", "a.png", "deep/a.png", "far/a.png")
    attach_pictures(new_notebook(cells=[cell]), dict.fromkeys(names, PICTURE))
    assert set(cell.attachments) == {"my plot.png", "deep/a.png"}


@pytest.mark.parametrize("name", ["scan.jfif", "scan.txt", "scan.svg", "scan"])
@pytest.mark.parametrize("kind", ["JPEG", "MPO"])
def test_a_picture_is_known_by_its_content(name, kind):
    drawn = io.BytesIO()
    picture = Image.new("RGB", (8, 8))
    picture.save(drawn, kind, **{"append_images": [picture]} if kind == "MPO" else {})
    cell = answer(f"![d]({name})")
    assert attach_pictures(new_notebook(cells=[cell]), {name: drawn.getvalue()}) == []
    [(found, _)] = cell.attachments[name].items()
    assert found == "image/jpeg"


def test_a_large_picture_is_drawn_in_its_place():
    raw = PICTURE + b"0" * 5_000_000
    cell = answer("before ![d](d.png) **after**")
    attach_pictures(new_notebook(cells=[cell]), {"d.png": raw})
    page = page_of(cell, template="formgrade")
    assert "<strong>after</strong>" in page
    assert len([one for one in addresses(page) if len(one) > len(raw)]) == 1


def test_a_picture_that_a_text_repeats_does_not_make_the_page_large():
    cell = answer("![d](d.png)\n" * 1000)
    attach_pictures(new_notebook(cells=[cell]), {"d.png": PICTURE + b"0" * 100_000})
    page = page_of(cell, template="formgrade")
    assert "[picture d.png: it stands here more than once]" in page
    assert len(page) < 2_000_000


def test_a_file_and_an_attachment_of_one_name_are_both_shown():
    other = PICTURE + b"0"
    cell = answer("![d](d.png)")
    cell.attachments = {"d.png": {"image/png": CODED}}
    assert attach_pictures(new_notebook(cells=[cell]), {"d.png": other}) == []
    found = addresses(page_of(cell, template="formgrade"))
    coded = base64.b64encode(other).decode()
    assert {DATA, f"data:image/png;base64,{coded}"} <= set(found)


def test_what_came_in_another_place_was_handed_in():
    first, second = answer("![d](d.png)"), answer("![d](attachment:d.png) and e.png")
    first.attachments = {"d.png": {"image/png": CODED}}
    notebook = new_notebook(cells=[first, second])
    remarks = attach_pictures(notebook, {}, {"e.png", "f.png", "g.csv"})
    assert remarks == [
        "not used: the picture d.png (it came with another text and is shown there)",
        (
            "not used: the picture e.png "
            "(it came, but there are too many files beside the notebook)"
        ),
    ]
    assert missing_pictures(notebook) == []


def test_remarks_on_pictures_are_bounded():
    cell = answer("nothing")
    cell.attachments = {
        f"{number}.svg": {"image/svg+xml": "<svg/>"} for number in range(999)
    }
    remarks = attach_pictures(new_notebook(cells=[cell]), {})
    assert len(remarks) == 10
    assert remarks[-1] == f"not used: the picture 9.svg ({ONLY}), and 90 more"


def test_a_picture_in_an_output_is_not_called_missing():
    output = new_output("display_data", {"text/markdown": "![d](d.png)"})
    page = page_of(new_code_cell("1", outputs=[output]), template="formgrade")
    assert "[picture d.png: it cannot be shown here]" in page


def test_an_attachment_of_a_strange_kind_is_no_html():
    """As in a notebook that plain nbgrader has graded."""
    kind = 'image/png" onerror="alert(1)'
    page = markdown_without_scripts("![d](d.png)", {"d.png": {kind: CODED}})
    assert "onerror" not in page


@pytest.mark.parametrize("template", ["formgrade", "feedback-page"])
def test_no_link_leads_to_a_file_of_the_submission(template):
    """The formgrader serves a student's own HTML with the rights of whoever marks."""
    places = (
        *("evil.html", "/files/submitted/a/evil.html", "../evil.html", "//evil.org/"),
        *(
            "https:evil.html",
            "HTTPS:/evil.html",
            "https:///evil.html",
            "?evil",
            ";evil",
        ),
        *("http:\\\\evil.html", "file:///evil.html", "attachment:evil.html", "c:/evil"),
    )
    links = [f"[here]({place})" for place in places]
    links += [f"<a href=' {place}'>there</a>" for place in places]
    links += [
        "[up](#top)",
        "[site](https://example.org/a)",
        "[mail](mailto:ada@example.org)",
    ]
    page = page_of(answer("\n\n".join(links)), template=template)
    assert page.count("here</a>") == 2 * len(places), "the words stay"
    assert not re.search(r'href="[^"]*evil', page)
    assert 'href="#top"' in page and 'href="https://example.org/a"' in page
    assert 'href="mailto:ada@example.org"' in page
