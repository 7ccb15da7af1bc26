"""An exercise as the kill matrix sees it: its code cells, its wheats and its chaffs."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grading.course import Course
from grading.errors import CourseError
from grading.solutions import (
    SOLUTION_MARK,
    Solution,
    change,
    definitions,
    read_chaffs,
    read_wheats,
)

HEADER = re.compile(
    r"^# (Misconception|Fails): (.*?)(?=^# \w+: |^# %%|\Z)", re.MULTILINE | re.DOTALL
)
# Builds on Task 2. / builds on Tasks 1, 3 and 5 / builds on Tasks 3 to 6
BUILDS_ON = re.compile(
    r"\bbuilds\s+on\s+Tasks?\s+((?:\d+|,|and|to|\s)+)", re.IGNORECASE
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
    def task(self) -> str:
        return self.grade_id.partition("-")[0]

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
    """The exercise `name` of the course in `root`.

    With `only` it is narrowed to the chaffs and solution cells that are called so, or whose
    names have that among their words: task9, task9-closed-form, newton.
    """

    def __init__(self, root: Path, name: str, only: str = ""):
        self.course, self.name, self.only = Course(root), name, only
        self.folder = Path(root) / "tests" / "exercises" / name

    def is_asked(self, name: str) -> bool:
        return not self.only or f"-{self.only}-" in f"-{name}-"

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
    def mutated(self) -> dict[str, str]:
        """The reference's solution cells that mutants are made of."""
        return {k: source for k, source in self.reference.items() if self.is_asked(k)}

    @cached_property
    def stub(self) -> dict[str, str]:
        """The solution cells as students find them."""
        return {
            cell.id: cell.source
            for cell in self.course.read_notebook("release", self.name).cells
            if cell.id in self.reference
        }

    @cached_property
    def builds_on(self) -> dict[str, set[str]]:
        """For each task (``task4``) those that its text says it builds on, and theirs."""
        found: dict[str, set[str]] = {}
        for cell in self.course.read_notebook("source", self.name).cells:
            if cell.cell_type != "markdown":
                continue
            for part in re.split(r"^(?=## )", cell.source, flags=re.MULTILINE):
                if heading := re.match(r"## Task (\d+)", part):
                    said = " ".join(BUILDS_ON.findall(part))
                    earlier = {
                        f"task{number}"
                        for first, last in re.findall(r"(\d+)(?:\s+to\s+(\d+))?", said)
                        for number in range(int(first), int(last or first) + 1)
                    }
                    # The texts come in order: an earlier task's own are known.
                    for task in list(earlier):
                        earlier |= found.get(task, set())
                    found[f"task{heading[1]}"] = earlier
        return found

    def tests_of(self, solution: str) -> list[Cell]:
        """The test cells that are named after the solution cell `solution`."""
        return [test for test in self.tests if test.solution == solution]

    @cached_property
    def wheats(self) -> dict[str, dict[str, str]]:
        """Correct solutions: their names to all solution cells."""
        return {
            wheat.name: change(self.reference, wheat.cells)
            for wheat in read_wheats(self.folder)
        }

    @cached_property
    def chaffs(self) -> list[Chaff]:
        """Typical mistakes; all of them are read, so that no broken one stays unseen."""
        every = [self.as_chaff(chaff) for chaff in read_chaffs(self.folder)]
        return [chaff for chaff in every if self.is_asked(chaff.name)]

    def as_chaff(self, chaff: Solution) -> Chaff:
        """What the head of a chaff says of it, and all solution cells as it has them."""
        header = {
            key: " ".join(line.strip("# ") for line in words.splitlines())
            for key, words in HEADER.findall(chaff.head)
        }
        everywhere = "\n".join([chaff.head, *chaff.cells.values()])
        if len(header) != 2 or len(HEADER.findall(everywhere)) != 2:
            raise CourseError(
                f"The chaff {chaff.name} of {self.name} needs one line '# Misconception:' and "
                "one '# Fails:' between its '# Chaff:' and its first cell, and no others."
            )
        fails = frozenset(re.findall(r"[\w-]+", header["Fails"]))
        for what, known, named in (
            ("test", {test.grade_id for test in self.tests}, fails),
            ("solution cell", set(self.reference), set(chaff.cells)),
        ):
            if unknown := sorted(named - known):
                raise CourseError(
                    f"The chaff {chaff.name} names no {what} of {self.name}: {', '.join(unknown)}."
                )
        return Chaff(chaff.name, header["Misconception"], fails, self.changed_by(chaff))

    def changed_by(self, chaff: Solution) -> dict[str, str]:
        """All solution cells as a chaff has them; an error where it changes nothing."""
        where = f"The chaff {chaff.name} of {self.name}"
        for grade_id, source in chaff.cells.items():
            try:
                theirs = {one.name for one in definitions(source)}
            except SyntaxError as error:
                raise CourseError(
                    f"{where} is no Python: {error.msg}, line {error.lineno} of its cell "
                    f"{grade_id}."
                ) from error
            ours = {one.name for one in definitions(self.reference[grade_id])}
            if not theirs & ours:
                raise CourseError(
                    f"{where} changes nothing in {grade_id}: that cell defines "
                    f"{', '.join(sorted(ours))}, and the chaff {', '.join(sorted(theirs)) or 'nothing'}."
                )
        return change(self.reference, chaff.cells)

    @cached_property
    def fingerprint(self) -> str:
        """Changes with the exercise's code and with the rules that make mutants."""
        return self.hash_with(Path(__file__).with_name("mutants.py"))

    @cached_property
    def fingerprint_of_people(self) -> str:
        """Changes with the exercise's code, what builds on what, its wheats and its chaffs."""
        builds_on = {task: sorted(others) for task, others in self.builds_on.items()}
        return self.hash_with(*sorted(self.folder.glob("*/*.py")), words=f"{builds_on}")

    def hash_with(self, *paths: Path, words: str = "") -> str:
        """A hash of the exercise's code, of these words and of these files."""
        digest = hashlib.sha256(words.encode())
        for cell in self.cells:
            digest.update(f"{cell.grade_id}\n{cell.source}\n".encode())
        for path in paths:
            digest.update(path.read_bytes())
        return digest.hexdigest()
