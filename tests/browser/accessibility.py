"""Accessibility of a part of a page, judged by axe-core, in sentences."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Frame, Page

RULES = (
    "color-contrast",
    "heading-order",
    "empty-heading",
    "image-alt",
    "svg-img-alt",
    "link-name",
    "link-in-text-block",
    "button-name",
    "label",
    "list",
    "table-duplicate-name",
    "th-has-data-cells",
)


def violations(
    page: Page | Frame, part: str = "body", rules: tuple[str, ...] = RULES
) -> list[str]:
    """What axe-core finds against `rules` in the first element that `part` selects."""
    page.locator(part).first.wait_for()
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(
        "([part, rules]) => axe.run(document.querySelector(part),"
        " {runOnly: {type: 'rule', values: rules}, resultTypes: ['violations']})",
        [part, list(rules)],
    )
    return [
        f"{violation['id']}: {violation['help']}. {node['html']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
