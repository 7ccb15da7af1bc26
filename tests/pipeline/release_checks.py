"""What must not, and what must, stand in a released notebook."""

import ast
import re

from coursework.cells import is_test

REGION = {
    "solution": re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL),
    "hidden test": re.compile(
        r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS", re.DOTALL
    ),
}


def lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.strip()}


def survivors(source, release, kind: str) -> list[str]:
    """Lines of the source's solutions or hidden tests that are left in the release."""
    found = []
    released = {cell.id: cell.source for cell in release.cells}
    for cell in source.cells:
        shown = lines(REGION[kind].sub("", cell.source))
        for region in REGION[kind].findall(cell.source):
            secret = lines(region) - shown
            found += sorted(secret & lines(released[cell.id]))
    return found + [
        cell.source
        for cell in release.cells
        if re.search(r"(BEGIN|END) (SOL|HIDDEN)", cell.source)
    ]


def cells_that_assert_nothing(release) -> list[str]:
    """Test cells of the release that assert nothing."""
    return [
        cell.metadata.nbgrader.grade_id
        for cell in release.cells
        if is_test(cell)
        and not any(
            isinstance(node, ast.Assert) for node in ast.walk(ast.parse(cell.source))
        )
    ]
