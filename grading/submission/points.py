"""What an executed notebook earned: nbgrader's steps, in one transaction of the gradebook."""

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import (
    AssignLatePenalties,
    GetGrades,
    NbGraderPreprocessor,
)

from grading.course import Course
from grading.deadlines.extensions import give_to_submission
from grading.submission.folder import Submission
from grading.submission.marked import SaveAutoGradesAnew


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
    exercise, student = submission.exercise, submission.student
    step = SaveAutoGradesAnew(config=submission.course.settings)
    bind(step, gradebook, exercise, student)
    for place, cell in enumerate(notebook.cells):
        step.preprocess_cell(cell, {}, place)
    give_to_submission(gradebook, exercise, student)
    save_penalty(submission, gradebook)


def save_penalty(submission: Submission, gradebook: Gradebook) -> None:
    """Set the penalty for handing in late anew, where nbgrader's pages look it up."""
    exercise, student = submission.exercise, submission.student
    notebook = gradebook.find_submission_notebook(exercise, exercise, student)
    seconds = gradebook.find_submission(exercise, student).total_seconds_late
    penalty = Penalties(submission.course).of(student, notebook.score, seconds)
    notebook.late_submission_penalty = penalty or None
    gradebook.db.commit()


class Penalties:
    """The course's rule for lateness, applied whenever points are read.

    So a rule that has changed, an extension and a mark by hand count at once.
    """

    def __init__(self, course: Course):
        step = AssignLatePenalties(config=course.settings)
        step.init_plugin()
        self.rule = step.plugin_inst

    def of(self, student: str, points: float, seconds_late: float) -> float:
        """What `points` lose, at most all of them."""
        if not seconds_late:
            return 0.0
        penalty = self.rule.late_submission_penalty(student, points, seconds_late)
        return min(max(0.0, penalty or 0.0), points)


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
