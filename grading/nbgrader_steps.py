"""The steps of grading as nbgrader's own commands and its formgrader take them.

``nbgrader_config.py`` names them; ``grading autograde`` calls the same functions itself.
"""

import os
from pathlib import Path

from jupyter_core.utils import run_sync
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor
from traitlets import Float, Int

from grading.course import Course
from grading.deadlines.extensions import give_to_submission
from grading.execution.execute import execute
from grading.execution.limits import MEBI, Limits
from grading.people import removed  # noqa: F401 (it lets nobody in who was removed)
from grading.submission import feedback
from grading.submission.folder import Submission
from grading.submission.points import save_penalty
from grading.submission.rebuild import rebuild
from grading.submission.tasks import tasks_in
from grading.verdict import memory_needed


def is_sandbox_on() -> bool:
    """Has nobody switched it off for nbgrader's own commands?"""
    return os.environ.get("DP_SANDBOX") != "off"


class SubmissionStep(NbGraderPreprocessor):
    """A step that knows the submission it works on."""

    def submission(self, resources: dict) -> Submission:
        coursedir = self.parent.parent.coursedir
        exercise = resources["nbgrader"]["assignment"]
        student = resources["nbgrader"]["student"]
        folder = coursedir.format_path(coursedir.submitted_directory, student, exercise)
        root = Path(coursedir.root)
        return Submission(Course(root), exercise, student, root / folder)


class RebuildHandIn(SubmissionStep):
    """Puts the submission's answers into the course's own notebook."""

    def preprocess(self, nb: NotebookNode, resources: dict):
        submission = self.submission(resources)
        stamp = submission.stamp
        if stamp.time or stamp.remark:
            # nbgrader has read it, too: fewer ways of writing it, and 02.03. as February's.
            with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
                gradebook.update_or_create_submission(
                    submission.exercise, submission.student, timestamp=stamp.time
                )
                give_to_submission(gradebook, submission.exercise, submission.student)
                gradebook.db.commit()
        return rebuild(submission).notebook, resources


class ExecuteInSandbox(SubmissionStep):
    """Runs the rebuilt notebook in a sandbox, within limits."""

    cell_seconds = Float(
        Limits.cell_seconds, help="of processor time for one cell"
    ).tag(config=True)
    total_seconds = Float(Limits.total_seconds, help="for a whole notebook").tag(
        config=True
    )
    memory_mib = Int(
        Limits.memory_bytes // MEBI, help="unless the exercise asks for more"
    ).tag(config=True)
    processes = Int(Limits.processes, help="at a time").tag(config=True)
    output_mib = Int(Limits.output_bytes // MEBI, help="shown by one cell").tag(
        config=True
    )
    file_mib = Int(Limits.file_bytes // MEBI, help="of files that are written").tag(
        config=True
    )

    def limits(self, notebook: NotebookNode) -> Limits:
        """The limits for one notebook; its metadata may ask for more memory."""
        return Limits(
            cell_seconds=self.cell_seconds,
            total_seconds=self.total_seconds,
            memory_bytes=max(self.memory_mib, memory_needed(notebook)) * MEBI,
            processes=self.processes,
            output_bytes=self.output_mib * MEBI,
            file_bytes=self.file_mib * MEBI,
        )

    def preprocess(self, nb: NotebookNode, resources: dict):
        files, _ = self.submission(resources).read_files()
        where = "in a sandbox" if is_sandbox_on() else "without a sandbox"
        self.log.info("Executing the notebook %s", where)
        run = run_sync(execute)
        executed = run(nb, files, self.limits(nb), is_sandbox_on())
        return executed.notebook, resources


class GetGradesAnew(SubmissionStep, GetGrades):
    """As GetGrades, with the penalty for lateness that the marks by hand now bring."""

    def preprocess(self, nb: NotebookNode, resources: dict):
        with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
            save_penalty(self.submission(resources), gradebook)
        return GetGrades.preprocess(self, nb, resources)


class WithoutTests(NbGraderPreprocessor):
    """Leaves of a graded notebook what its author may see, and sorts it by ``tasks``."""

    def preprocess(self, nb: NotebookNode, resources: dict):
        shown = feedback.for_student(nb)
        return shown, resources | {"tasks": tasks_in(shown)}
