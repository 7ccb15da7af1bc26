"""Formulas as MathML, which browsers draw by themselves: no script.

docutils converts LaTeX to MathML. A formula that it cannot convert is a warning, and so
stops the build of the site.
"""

import re
from xml.etree import ElementTree

from docutils import nodes
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

MATHML = "http://www.w3.org/1998/Math/MathML"
ElementTree.register_namespace("", MATHML)
logger = logging.getLogger(__name__)


def setup(app):
    app.add_html_math_renderer(
        "mathml",
        inline_renderers=(visit_math, None),
        block_renderers=(visit_block, None),
    )
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def visit_math(writer, node):
    writer.body.append(convert(node))
    raise nodes.SkipNode


def visit_block(writer, node):
    """A formula of its own, which scrolls in itself, and its number on the right."""
    writer.body.append(writer.starttag(node, "div", CLASS="math"))
    writer.body.append(f'<div class="formula">{convert(node)}</div>')
    if node["number"]:
        number = get_node_equation_number(writer, node)
        writer.body.append(f'<span class="eqno">({number})')
        writer.add_permalink_ref(node, "Link to this equation")
        writer.body.append("</span>")
    writer.body.append("</div>\n")
    raise nodes.SkipNode


def convert(node):
    """A node's formula as MathML; where that fails, a warning and its LaTeX."""
    latex = node.astext().strip()
    try:
        return to_mathml(latex, isinstance(node, nodes.math_block))
    # What is no LaTeX at all runs the converter into errors of any kind.
    except Exception as error:  # noqa: BLE001
        logger.warning("no formula: %s: %r", latex, error, location=node)
        return str(nodes.Text(latex)).replace("<", "&lt;")


def to_mathml(latex, as_block):
    """MathML without line breaks, of one formula."""
    check_pairs(latex)
    text = tex2mathml(latex, as_block).replace("&ApplyFunction;", "\u2061")
    root = ElementTree.fromstring(text)
    for element in root.iter():
        element.tail = None
        if len(element):
            element.text = None
        tag, children = element.tag.removeprefix(f"{{{MATHML}}}"), list(element)
        # docutils lets these grow to the height of the line, and these stand below.
        if tag == "mo" and element.text == "‖":
            element.set("stretchy", "false")
        if tag == "msub" and "".join(children[0].itertext()).strip().endswith("⏟"):
            element.tag = f"{{{MATHML}}}munder"
    return ElementTree.tostring(root, "unicode", short_empty_elements=False)


def check_pairs(latex):
    """docutils overlooks what is not closed, and the star of operatorname*."""
    words = re.findall(r"\\[a-zA-Z]+\*?|\\.|[{}]", latex)
    for opens, closes in (("{", "}"), (r"\begin", r"\end"), (r"\left", r"\right")):
        if words.count(opens) != words.count(closes):
            raise ValueError(f"as many {opens} as {closes} are needed")
    if r"\operatorname*" in words:
        raise ValueError(r"\operatorname* is not known, \operatorname is")
