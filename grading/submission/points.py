"""What an executed notebook earned: nbgrader's steps, in one transaction of the gradebook."""

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import (
    AssignLatePenalties,
    GetGrades,
    NbGraderPreprocessor,
    SaveAutoGrades,
)

from grading.submission.folder import Submission


def bind(
    step: NbGraderPreprocessor, gradebook: Gradebook, exercise: str, student: str
) -> NbGraderPreprocessor:
    """A step of nbgrader, told whose cells it works on; it opens no gradebook itself."""
    step.gradebook = gradebook
    step.notebook_id = step.assignment_id = exercise
    step.student_id = student
    return step


def less_penalty(points: float, penalty: float) -> float:
    """What is left of `points` after the penalty for handing in late, never less than 0."""
    return max(0.0, points - penalty)


def save_points(
    submission: Submission, gradebook: Gradebook, notebook: NotebookNode
) -> None:
    """Set every test's points anew; what was marked by hand stays."""
    step = SaveAutoGrades(config=submission.course.settings)
    bind(step, gradebook, submission.exercise, submission.student)
    for place, cell in enumerate(notebook.cells):
        step.preprocess_cell(cell, {}, place)
    save_penalty(submission, gradebook)


def save_penalty(submission: Submission, gradebook: Gradebook) -> None:
    """Set the penalty for handing in late anew, as AssignLatePenalties does."""
    exercise, student = submission.exercise, submission.student
    step = AssignLatePenalties(config=submission.course.settings)
    step.init_plugin()
    notebook = gradebook.find_submission_notebook(exercise, exercise, student)
    notebook.late_submission_penalty = None
    if seconds := gradebook.find_submission(exercise, student).total_seconds_late:
        penalty = step.plugin_inst.late_submission_penalty(
            student, notebook.score, seconds
        )
        if penalty is not None:
            penalty = step._check_late_penalty(notebook, penalty)
            notebook.late_submission_penalty = penalty
    gradebook.db.commit()


class GetGradesWithin(GetGrades):
    """As GetGrades, from a gradebook that is open: it sees what is not yet saved."""

    def __init__(self, gradebook: Gradebook, **options):
        super().__init__(**options)
        self.open_gradebook = gradebook

    def preprocess(self, nb: NotebookNode, resources: dict):
        names = resources["nbgrader"]
        exercise, student = names["assignment"], names["student"]
        bind(self, self.open_gradebook, exercise, student)
        for place, cell in enumerate(nb.cells):
            self.preprocess_cell(cell, resources, place)
        notebook = self.gradebook.find_submission_notebook(exercise, exercise, student)
        penalty = notebook.late_submission_penalty or 0
        names["score"] = less_penalty(notebook.score, penalty)
        names["max_score"] = notebook.max_score
        names["late_penalty"] = penalty
        return nb, resources
