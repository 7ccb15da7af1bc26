"""The steps of grading as nbgrader's own commands and its formgrader take them.

``nbgrader_config.py`` names them; ``grading autograde`` calls the same functions itself.
"""

import os
from pathlib import Path

from jupyter_core.utils import run_sync
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Float, Int

from grading.course import Course
from grading.execution.execute import execute
from grading.execution.limits import MEBI, Limits
from grading.submission import feedback
from grading.submission.rebuild import read_files, rebuild


def is_sandbox_on() -> bool:
    """Has nobody switched it off for nbgrader's own commands?"""
    return os.environ.get("DP_SANDBOX") != "off"


class HandInStep(NbGraderPreprocessor):
    """A step that knows the course and the folder of the hand-in it works on."""

    def course_and_folder(self, resources: dict) -> tuple[Course, Path]:
        coursedir = self.parent.parent.coursedir
        marks = resources["nbgrader"]
        folder = coursedir.format_path(
            coursedir.submitted_directory, marks["student"], marks["assignment"]
        )
        return Course(Path(coursedir.root)), Path(coursedir.root, folder)


class RebuildHandIn(HandInStep):
    """Puts the hand-in's answers into the course's own notebook."""

    def preprocess(self, nb: NotebookNode, resources: dict):
        course, folder = self.course_and_folder(resources)
        exercise = resources["nbgrader"]["assignment"]
        return rebuild(course, exercise, folder).notebook, resources


class ExecuteInSandbox(HandInStep):
    """Runs the rebuilt notebook in a sandbox, within limits."""

    cell_seconds = Float(120, help="of processor time for one cell").tag(config=True)
    total_seconds = Float(1200, help="for a whole notebook").tag(config=True)
    memory_mib = Int(2048, help="unless the exercise asks for more").tag(config=True)
    processes = Int(64, help="at a time").tag(config=True)
    output_mib = Int(20, help="shown by one cell").tag(config=True)
    file_mib = Int(256, help="of files that are written").tag(config=True)

    def limits(self, notebook: NotebookNode) -> Limits:
        """The limits for one notebook; its metadata may ask for more memory."""
        asked = notebook.metadata.get("grading", {}).get("memory_mib", 0)
        return Limits(
            cell_seconds=self.cell_seconds,
            total_seconds=self.total_seconds,
            memory_bytes=max(self.memory_mib, asked) * MEBI,
            processes=self.processes,
            output_bytes=self.output_mib * MEBI,
            file_bytes=self.file_mib * MEBI,
        )

    def preprocess(self, nb: NotebookNode, resources: dict):
        _, folder = self.course_and_folder(resources)
        files, _ = read_files(folder)
        where = "in a sandbox" if is_sandbox_on() else "without a sandbox"
        self.log.info("Executing the notebook %s", where)
        run = run_sync(execute)
        executed = run(nb, files, self.limits(nb), is_sandbox_on())
        return executed.notebook, resources


class WithoutTests(NbGraderPreprocessor):
    """Leaves of a graded notebook what its author may see."""

    def preprocess(self, nb: NotebookNode, resources: dict):
        return feedback.for_student(nb), resources
