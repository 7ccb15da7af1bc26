"""Formulas in the formgrader: drawn without a network, whatever stands between dollars."""

import re

import pytest
from shared import EXERCISES, ROOT

from grading.course import Course
from grading.safe_html import markdown_without_scripts
from grading.safe_html.formulas import as_mathml


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_formula_of_the_course_can_be_drawn(exercise):
    notebook = Course(ROOT).read_notebook("source", exercise)
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    pages = [markdown_without_scripts(text) for text in texts]
    assert sum(page.count("<math") for page in pages) >= 5
    assert not [page for page in pages if re.search(r"\$|\\(frac|sum|partial)", page)]


def test_a_formula_becomes_mathml():
    page = markdown_without_scripts(r"as $\frac{1}{n} x_i < 2$ is, and `$this$` is not")
    assert "<mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></mfrac>" in page
    assert "<msub><mi>x</mi><mi>i</mi></msub><mo>&lt;</mo><mn>2</mn>" in page
    assert "<code>$this$</code>" in page


def test_a_formula_in_a_hint_becomes_mathml():
    page = markdown_without_scripts("<details><summary>Hint</summary>$x_i$</details>")
    assert "<msub><mi>x</mi><mi>i</mi></msub></mrow></math></details>" in page


def test_a_formula_in_a_heading_leaves_its_address_whole():
    loss = {"loss.png": {"image/png": "AAAA"}}
    page = markdown_without_scripts("# The loss $L$\n\n![of $L$](loss.png)", loss)
    assert 'id="The-loss-$L$"' in page and 'alt="of $L$"' in page
    assert page.count("<math") == 1


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<img src=x onerror=alert(1)>}",
        r"\text{</math><script>alert(1)</script>}",
        r"\href{javascript:alert(1)}{x}",
        r'\color{red" onclick="alert(1)}{x}',
        r"\style{background:url(https://example.org)}{x}",
        "<script>alert(1)</script>",
    ],
)
def test_no_formula_brings_an_element_or_attribute_of_its_own(latex):
    page = markdown_without_scripts(f"$${latex}$$ and ${latex}$")
    elements = re.findall(r"<(\w+)([^>]*)>", page)
    assert {name for name, _ in elements} <= {
        *("p", "math", "mrow", "mi", "mn", "mo", "mtext", "mstyle", "code")
    }
    assert not [rest for _, rest in elements if re.search(r"href|style|on\w+=", rest)]


def test_what_is_no_latex_is_shown_as_it_was_typed():
    assert as_mathml(r"<_", "inline") == "<code>&lt;_</code>"


def test_what_a_browser_hides_is_shown():
    page = markdown_without_scripts("a <!-- b -->\n\n<div><!-- c\n\nd <?php e ?> f")
    for word in ("&lt;!-- b --&gt;", "&lt;!-- c", "d ", "&lt;?php e ?&gt;"):
        assert word in page


def test_a_list_of_tasks_has_boxes():
    page = markdown_without_scripts("- [x] *done*\n- [ ] open")
    assert "<li>☑ <em>done</em></li>" in page and "<li>☐ open</li>" in page
