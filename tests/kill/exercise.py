"""An exercise as the kill matrix sees it: its code cells, its wheats and its chaffs."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grading.course import Course
from grading.hand_in import SOLUTION_MARK, change, read_cells

HEADER = re.compile(
    r"^# (Misconception|Fails): (.*?)(?=^# \w+: |^# %%|\Z)", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Cell:
    """A code cell. `kind` is "given", "solution" or "test"."""

    grade_id: str
    kind: str
    source: str
    points: float

    @property
    def solution(self) -> str:
        """For a test cell: the ``grade_id`` of the solution cell that it tests."""
        return self.grade_id.partition("-test-")[0]

    @property
    def is_guard(self) -> bool:
        """Does it only guard types and shapes? Then it need not kill alone."""
        return "-test-shape" in self.grade_id or "-test-type" in self.grade_id


@dataclass(frozen=True)
class Chaff:
    """A typical mistake: which, in which cells, and which tests must fail."""

    name: str
    misconception: str
    fails: frozenset[str]
    cells: dict[str, str]


class Exercise:
    """The exercise `name` of the course in `root`."""

    def __init__(self, root: Path, name: str):
        self.course, self.name = Course(root), name
        self.folder = Path(root) / "tests" / "exercises" / name

    @cached_property
    def cells(self) -> list[Cell]:
        """All code cells in order, without magics and without marks of solutions."""
        cells = []
        for cell in self.course.read_notebook("source", self.name).cells:
            if cell.cell_type != "code":
                continue
            marks = cell.metadata.get("nbgrader", {})
            kind = "solution" if marks.get("solution") else "given"
            kind = "test" if marks.get("grade") and kind == "given" else kind
            source = SOLUTION_MARK.sub("", cell.source)
            source = "\n".join(
                line for line in source.splitlines() if not line.startswith("%")
            )
            cells.append(Cell(cell.id, kind, source, marks.get("points", 0)))
        return cells

    @cached_property
    def tests(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.kind == "test"]

    @cached_property
    def reference(self) -> dict[str, str]:
        """The reference's solution cells."""
        return {c.grade_id: c.source for c in self.cells if c.kind == "solution"}

    @cached_property
    def stub(self) -> dict[str, str]:
        """The solution cells as students find them."""
        return {
            cell.id: cell.source
            for cell in self.course.read_notebook("release", self.name).cells
            if cell.id in self.reference
        }

    def tests_of(self, solution: str) -> list[Cell]:
        """The test cells that are named after the solution cell `solution`."""
        return [test for test in self.tests if test.solution == solution]

    @cached_property
    def wheats(self) -> dict[str, dict[str, str]]:
        """Correct solutions: name of the file to the cells that it changes."""
        return {
            path.stem: change(self.reference, read_cells(path))
            for path in sorted((self.folder / "wheats").glob("*.py"))
        }

    @cached_property
    def chaffs(self) -> list[Chaff]:
        return [
            read_chaff(path, self.reference)
            for path in sorted((self.folder / "chaffs").glob("*.py"))
        ]

    @cached_property
    def fingerprint(self) -> str:
        """Changes with the exercise's code and with the rules that make mutants."""
        digest = hashlib.sha256()
        for cell in self.cells:
            digest.update(f"{cell.grade_id}\n{cell.source}\n".encode())
        digest.update((Path(__file__).parent / "mutants.py").read_bytes())
        return digest.hexdigest()


def read_chaff(path: Path, reference: dict[str, str]) -> Chaff:
    """The chaff in a file of cells, changed in the `reference`."""
    text = path.read_text(encoding="utf-8")
    header = {
        key: " ".join(line.strip("# ") for line in words.splitlines())
        for key, words in HEADER.findall(text)
    }
    if set(header) != {"Misconception", "Fails"}:
        raise ValueError(
            f"{path}: the head needs a line '# Misconception:' and '# Fails:'"
        )
    fails = frozenset(re.findall(r"[\w-]+", header["Fails"]))
    return Chaff(
        path.stem, header["Misconception"], fails, change(reference, read_cells(path))
    )
