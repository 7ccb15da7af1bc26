"""The filters of the formgrader's pages and of feedback: a submission's text as safe HTML.

No script runs in its reader's browser, nothing is loaded from a network, and no text can
stop a page: what cannot be drawn is shown as it was typed. nbgrader's pages show written
answers without cleaning them, whatever ``HTMLExporter.sanitize_html`` says, so the filters
that they use are replaced by `FILTERS`. Formulas become MathML, for a page without a network
cannot load MathJax.
"""

import functools
import html
import re
from collections.abc import Callable, Mapping

from bleach.sanitizer import Cleaner
from jinja2 import pass_context
from nbconvert.filters import Highlight2HTML, ansi2html, clean_html, strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat.notebooknode import NotebookNode

from coursework.cells import is_own
from grading.pictures import NOT_SHOWN
from grading.safe_html.bounded import Allowance
from grading.safe_html.formulas import with_formulas
from grading.safe_html.images import Images, with_images

TAGS = (
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"),
    *("em", "strong", "del", "code", "pre", "span", "div", "sub", "sup"),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"),
    *("details", "summary", "a", "img"),
)
ATTRIBUTES = {
    "*": ["class", "id"],
    "a": ["href", "title"],
    "img": ["src", "alt", "title", "width", "height"],
}
# Of the last ones only pictures are looked up; as links they are taken out.
PROTOCOLS = ("http", "https", "mailto", "data", "attachment", "file", "c", "d")
SECONDS, SECONDS_EACH = 20.0, 2.0  # of processor time, for a page and for one text
MOST_SOURCE = 200_000  # characters of one text that is drawn
MOST_HTML = 2_000_000  # characters that it becomes
MOST_TAGS, DEEPEST = 20_000, 200
HIDES = re.compile(r"<(?=[!?])")
SHOWN = re.compile(r"!\[|<img|attachment:", re.IGNORECASE)
MOST_MISSING = 10  # pictures that are named
MOST_TYPED = 1_000_000  # characters of what is shown as it was typed


class Renderer(IPythonRenderer):
    """nbconvert's, but an address of a picture waits for `Images` to look it up."""

    def _embed_image_or_attachment(self, src: str) -> str:
        return Images.address(src)

    def task_list_item(self, text: str, checked: bool = False) -> str:
        """An item with a box, which bleach would show as the element's source."""
        return f"<li>{'☑' if checked else '☐'} {text}</li>\n"


def markdown_without_scripts(
    source: str,
    attachments: Mapping[str, Mapping[str, str]] | None = None,
    not_shown: Mapping[str, str] | None = None,
) -> str:
    """`source` as HTML with formulas, and with harmless elements, attributes and links only.

    Below it stand the pictures that it has and does not show.
    """
    images = Images(attachments or {}, not_shown)
    return images.put_in(without_pictures(source, images))


def without_pictures(source: str, images: Images) -> str:
    """`source` as HTML in which `images` are still to be put in."""
    return with_formulas(clean(as_html(source), images))


def as_html(source: str) -> str:
    return MarkdownWithMath(renderer=Renderer(escape=False)).render(source)


def clean(page: str, images: Images) -> str:
    """HTML with harmless parts only, each picture as one of `images` or named."""
    cleaner = Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        protocols=PROTOCOLS,
        filters=[functools.partial(with_images, images=images)],
    )
    # What a browser hides was written all the same: comments, declarations.
    return cleaner.clean(HIDES.sub("&lt;", page))


def missing_pictures(notebook: NotebookNode) -> list[str]:
    """The pictures that a student's texts show and that did not come with them."""
    allowance, remarks = Allowance(SECONDS, SECONDS_EACH), []
    for cell in notebook.cells:
        if is_own(cell) and cell.cell_type == "markdown" and SHOWN.search(cell.source):
            images = images_of(cell)
            draw = functools.partial(clean_text, images=images)
            allowance.draw(draw, cell.source[:MOST_SOURCE], MOST_HTML)
            remarks += images.missing
    return list(dict.fromkeys(remarks))[:MOST_MISSING]


def images_of(cell: Mapping) -> Images:
    """The pictures of a text."""
    not_shown = (cell.get("metadata") or {}).get(NOT_SHOWN) or {}
    return Images(cell.get("attachments") or {}, not_shown)


def clean_text(source: str, images: Images) -> str:
    return clean(as_html(source), images)


def as_typed(source: str) -> str:
    """A text without any markup, as much of it as a browser can show."""
    shown = html.escape(strip_ansi(source[:MOST_TYPED]))
    rest = len(source) - MOST_TYPED
    return f"{shown} ... {rest} more characters" if rest > 0 else shown


def drawn(function: Callable[[str], str], text: str, context) -> str | None:
    """What `function` makes of `text` within what its page may take; None if it cannot."""
    resources = context.get("resources")
    if not isinstance(resources, dict):
        resources = {}
    allowance = resources.get("allowance")
    if allowance is None:
        allowance = resources["allowance"] = Allowance(SECONDS, SECONDS_EACH)
    if len(text) > MOST_SOURCE:
        return None
    page = allowance.draw(function, text, MOST_HTML)
    return page if page is not None and is_sane(page) else None


def is_sane(page: str) -> bool:
    """Can a browser, and what reads the page after us, cope with its elements?"""
    return page.count("<") <= MOST_TAGS and depth(page) <= DEEPEST


def depth(page: str) -> int:
    """How deep elements nest at most, if each is closed."""
    deepest = level = 0
    for part in page.split("<")[1:]:
        level += (
            -1 if part.startswith("/") else not part.startswith(("img", "br", "hr"))
        )
        deepest = max(deepest, level)
    return deepest


@pass_context
def markdown_filter(context, source: str) -> str:
    cell = context.get("cell") or {}
    is_its_text = cell.get("source") == source  # and no comment or output
    images = images_of(cell) if is_its_text else Images(None)
    page = drawn(functools.partial(without_pictures, images=images), source, context)
    if page is None:
        images.forget()
        page = f"<pre>{as_typed(source)}</pre>"
    return images.put_in(page)


def text_as_html(cell: Mapping) -> str:
    """A text, of a student's or the course's, with its pictures, as safe HTML."""
    return markdown_filter({"cell": cell}, cell["source"])


@pass_context
def clean_filter(context, source: str | bytes) -> str:
    text = source.decode() if isinstance(source, bytes) else str(source)
    page = drawn(clean_output, text, context)
    return f"<pre>{as_typed(text)}</pre>" if page is None else page


def clean_output(source: str) -> str:
    """What nbconvert leaves of a cell's HTML, without what a browser would load."""
    images = Images(None)
    return images.put_in(clean(str(clean_html(source)), images))


@pass_context
def code_filter(context, source: str, **options) -> str:
    highlight = Highlight2HTML(pygments_lexer="ipython3")
    page = drawn(lambda text: highlight(text, **options), source, context)
    typed = f'<div class="highlight"><pre>{as_typed(source)}</pre></div>'
    return typed if page is None else page


@pass_context
def ansi_filter(context, source: str) -> str:
    if "\x1b" not in source:
        return as_typed(source)
    page = drawn(lambda text: str(ansi2html(text)), source, context)
    return as_typed(source) if page is None else page


FILTERS = {
    "markdown2html": markdown_filter,
    "clean_html": clean_filter,
    "highlight_code": code_filter,
    "ansi2html": ansi_filter,
}
