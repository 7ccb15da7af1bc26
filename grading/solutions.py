"""Solutions of exercises, right and wrong, as ``tests/exercises/`` keeps them.

A solution is a Python script whose cells are headed ``# %% grade_id``; what each cell
defines takes the place of the definitions of the same names in the reference's cell of
that ``grade_id``. ``class Model(Model):`` keeps the reference's class and changes some of
its methods. The comment above the first cell says what the solution stands for.

A wheat, ``wheats/NAME.py``, is a file of its own. The chaffs of one task stand side by side
in ``chaffs/TASK.py``, each under a line ``# Chaff: NAME``; it is called ``TASK-NAME``.
"""

import ast
import copy
import re
from dataclasses import dataclass
from pathlib import Path

from grading.course import Course, CourseError

Definition = ast.FunctionDef | ast.ClassDef

CHAFF_HEADING = re.compile(r"^# Chaff:[ \t]*(\S+)[ \t]*$", re.MULTILINE)
CELL_HEADING = re.compile(r"^# %% (\S+)[ \t]*$", re.MULTILINE)
SOLUTION_MARK = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Solution:
    """Its name, the comment above its cells, and their sources by ``grade_id``."""

    name: str
    head: str
    cells: dict[str, str]


def read_wheats(folder: Path) -> list[Solution]:
    """The correct solutions of the exercise that `folder` belongs to."""
    return [
        read_solution(path.stem, path.read_text(encoding="utf-8"), path)
        for path in sorted((folder / "wheats").glob("*.py"))
    ]


def read_chaffs(folder: Path) -> list[Solution]:
    """The typical mistakes in the exercise that `folder` belongs to, sorted by name."""
    found: dict[str, Solution] = {}
    for path in (folder / "chaffs").glob("*.py"):
        before, *rest = CHAFF_HEADING.split(path.read_text(encoding="utf-8"))
        if before.strip() or not rest:
            raise CourseError(
                f"{path}: each mistake stands under a line '# Chaff: NAME', the first one, too."
            )
        for heading, text in zip(rest[::2], rest[1::2], strict=True):
            name = f"{path.stem}-{heading}"
            if name in found:
                raise CourseError(f"{path}: two chaffs are called {heading}.")
            found[name] = read_solution(name, text, path)
    return sorted(found.values(), key=lambda chaff: chaff.name)


def read_solution(name: str, text: str, path: Path) -> Solution:
    """The solution in a text that was read from `path`."""
    head, *rest = CELL_HEADING.split(text)
    ids, sources = rest[::2], rest[1::2]
    if not ids:
        raise CourseError(f"{path}: no cell of {name} is headed '# %% grade_id'.")
    if len(set(ids)) < len(ids):
        raise CourseError(f"{path}: two cells of {name} have the same grade_id.")
    cells = {
        grade_id: source.strip("\n")
        for grade_id, source in zip(ids, sources, strict=True)
    }
    return Solution(name, head, cells)


def reference_cells(course: Course, exercise: str) -> dict[str, str]:
    """The reference's solution cells by ``grade_id``, in the notebook's order."""
    notebook = course.read_notebook("source", exercise)
    return {
        cell.metadata.nbgrader.grade_id: SOLUTION_MARK.sub("", cell.source)
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }


def change(reference: dict[str, str], changes: dict[str, str]) -> dict[str, str]:
    """The `reference` with the functions and classes that `changes` defines anew."""
    changed = dict(reference)
    for grade_id, source in changes.items():
        names = {
            statement.name
            for statement in definitions(source)
            if not extends_namesake(statement)
        }
        kept = [
            segment(reference[grade_id], statement)
            for statement in definitions(reference.get(grade_id, ""))
            if statement.name not in names
        ]
        changed[grade_id] = "\n\n\n".join([*kept, source])
    return changed


def segment(source: str, statement: Definition) -> str:
    """What `source` says where `statement` was read in it."""
    return ast.get_source_segment(source, statement) or ""


def definitions(source: str) -> list[Definition]:
    """The functions and classes at the top level of `source`."""
    return [
        statement
        for statement in ast.parse(source).body
        if isinstance(statement, Definition)
    ]


def extends_namesake(statement: Definition) -> bool:
    """Is it a class derived from the class of its own name?"""
    bases = getattr(statement, "bases", [])
    return statement.name in {base.id for base in bases if isinstance(base, ast.Name)}


def fill_in(release, cells: dict[str, str]):
    """A copy of the released notebook with `cells` in place of its solution cells."""
    notebook = copy.deepcopy(release)
    missing = dict(cells)
    for cell in notebook.cells:
        metadata = cell.metadata.get("nbgrader", {})
        if metadata.get("solution") and metadata.grade_id in missing:
            cell.source = missing.pop(metadata.grade_id)
    if missing:
        raise CourseError(
            f"The release has no solution cell called {', '.join(missing)}."
        )
    return notebook
