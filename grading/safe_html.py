"""Markdown for the formgrader: a hand-in's answer runs no script in its reader's browser.

nbgrader's page shows written answers without cleaning them, whatever
``HTMLExporter.sanitize_html`` says, so the filter that it uses is replaced by this one.
Formulas become MathML, for a page without a network cannot load MathJax.
"""

import bleach
from nbconvert.filters import markdown2html

from grading.formulas import with_formulas

TAGS = (
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"),
    *("em", "strong", "del", "code", "pre", "span", "div", "sub", "sup"),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"),
    *("details", "summary", "a", "img"),
)
ATTRIBUTES = {"*": ["class", "id"], "a": ["href", "title"], "img": ["src", "alt"]}
PROTOCOLS = ("http", "https", "mailto", "data")


def markdown_without_scripts(source: str) -> str:
    """`source` as HTML with formulas, and with harmless elements, attributes and links only."""
    page = bleach.clean(
        markdown2html(source), tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS
    )
    return with_formulas(page)
