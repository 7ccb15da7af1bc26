r"""Formulas in LaTeX as MathML, which browsers draw without a script or a network.

>>> as_mathml(r"\sqrt{x}", "inline")
'<math display="inline"><mrow><msqrt><mrow><mi>x</mi></mrow></msqrt></mrow></math>'
"""

import functools
import html
import re
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element

# Where formulas may stand in a page: in its texts, but in no tag and no code.
PAGE = re.compile(
    r"""<(?P<code>code|pre)\b.*?</(?P=code)>
    | <(?:"[^"]*"|'[^']*'|[^"'>])*>
    | \$\$(?P<block>[^$<]+)\$\$
    | \$(?P<inline>[^$<]+)\$
    | (?P<environment>\\begin\{(?P<name>\w+\*?)\}[^<]*?\\end\{(?P=name)\})""",
    re.DOTALL | re.VERBOSE,
)

# What a formula may consist of; a hand-in's LaTeX can ask for links and styles.
ELEMENTS = {
    *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "mpadded"),
    *("mfrac", "msqrt", "mroot", "mphantom", "menclose", "msub", "msup", "msubsup"),
    *("munder", "mover", "munderover", "mmultiscripts", "mtable", "mtr", "mtd"),
}
ATTRIBUTES = {
    *("display", "displaystyle", "scriptlevel", "mathvariant", "linethickness"),
    *("stretchy", "fence", "separator", "form", "largeop", "movablelimits", "accent"),
    *("minsize", "maxsize", "symmetric", "lspace", "rspace", "width", "notation"),
    *("columnalign", "columnspacing", "columnlines", "rowspacing", "rowlines"),
}


def with_formulas(page: str) -> str:
    """A page of clean HTML with MathML in place of its formulas."""
    return PAGE.sub(replacement, page)


def replacement(found: re.Match) -> str:
    latex = found["block"] or found["inline"] or found["environment"]
    if not latex:
        return found[0]
    return as_mathml(html.unescape(latex), "inline" if found["inline"] else "block")


@functools.lru_cache(10_000)
def as_mathml(latex: str, display: str) -> str:
    """`latex` as MathML; as it was typed where that cannot be drawn."""
    try:
        return written(convert_to_element(latex, display=display))
    except Exception:  # noqa: BLE001 (a student may type anything between two dollars)
        return f"<code>{html.escape(latex)}</code>"


def written(element: Element) -> str:
    """An element of MathML with known attributes only, and each text escaped."""
    if element.tag not in ELEMENTS:
        raise ValueError(f"no part of a formula: {element.tag}")
    attributes = "".join(
        f' {name}="{html.escape(value)}"'
        for name, value in element.attrib.items()
        if name in ATTRIBUTES
    )
    text = html.escape(html.unescape(element.text or ""))
    inside = text + "".join(map(written, element))
    return f"<{element.tag}{attributes}>{inside}</{element.tag}>"
