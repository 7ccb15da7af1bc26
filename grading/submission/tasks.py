"""The tasks of a feedback page: each heading of the notebook with what stands under it."""

import re
from dataclasses import dataclass, field

from nbformat.notebooknode import NotebookNode

from coursework.cells import is_own

TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
# The page says the points that were earned, and the time is over.
POINTS_AND_TIME = re.compile(r"\s*\([^()]*\bpoints?\b[^()]*\)$")
NO_HEADING = "Above the first task"


@dataclass
class Task:
    """One task. Its cells are as `feedback.for_student` leaves them."""

    title: str
    cells: list[NotebookNode] = field(default_factory=list)

    @property
    def tests(self) -> list[NotebookNode]:
        return [cell for cell in self.cells if "result" in cell.metadata]

    @property
    def failed(self) -> list[NotebookNode]:
        return [test for test in self.tests if not test.metadata.result.passed]

    @property
    def passed(self) -> list[NotebookNode]:
        return [test for test in self.tests if test.metadata.result.passed]

    @property
    def own(self) -> list[NotebookNode]:
        """What the student wrote."""
        return [cell for cell in self.cells if "result" not in cell.metadata]

    @property
    def marks(self) -> list[NotebookNode]:
        """nbgrader's metadata of each cell that has points."""
        all_marks = [cell.metadata.get("nbgrader", {}) for cell in self.cells]
        return [marks for marks in all_marks if marks.get("grade")]

    @property
    def score(self) -> float:
        return sum(marks.get("score") or 0.0 for marks in self.marks)

    @property
    def points(self) -> float:
        return sum(marks.get("points") or 0.0 for marks in self.marks)

    @property
    def waits(self) -> bool:
        """Is there an answer that nobody has marked yet?"""
        return any(marks.get("waits") for marks in self.marks)

    @property
    def is_commented(self) -> bool:
        return any(
            cell.metadata.get("nbgrader", {}).get("comment") for cell in self.cells
        )

    @property
    def is_done(self) -> bool:
        """Is there nothing more to read than that all of it is right?"""
        is_right = not self.failed and not self.waits and self.score >= self.points
        return is_right and not self.is_commented


def tasks_in(notebook: NotebookNode) -> list[Task]:
    """The tasks, those with a failed test first, and last those with nothing more to say."""
    tasks = [Task(NO_HEADING)]
    for cell in notebook.cells:
        if cell.metadata.get("heading"):
            tasks.append(Task(POINTS_AND_TIME.sub("", cell.source)))
        else:
            tasks[-1].cells.append(cell)
    found = [task for task in tasks if task.cells]
    return sorted(found, key=lambda task: (not task.failed, task.is_done))


def title_of(notebook: NotebookNode) -> str:
    """The first heading of the course's own text, "" if there is none."""
    texts = (
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "markdown" and not is_own(cell)
    )
    return next((found[1] for text in texts if (found := TITLE.search(text))), "")
