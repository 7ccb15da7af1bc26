"""Entering an exercise anew, as nbgrader does, with its dropped tests still dropped."""

from nbformat.notebooknode import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import SaveCells

from grading.decisions.kept import dropped_in, keep_points


class SaveCellsAnew(SaveCells):
    """As SaveCells, but a test that was taken out of the count stays out."""

    def _create_grade_cell(self, cell: NotebookNode) -> None:
        super()._create_grade_cell(cell)
        test, points = cell.metadata.nbgrader.grade_id, cell.metadata.nbgrader.points
        if test in dropped_in(self.gradebook, self.assignment_id):
            keep_points(self.gradebook, self.assignment_id, test, float(points))
            self.new_grade_cells[test]["max_score"] = 0.0


# nbgrader's own steps of generating a release, but for the one that enters the tests.
STEPS = [
    SaveCellsAnew if step is SaveCells else step
    for step in GenerateAssignment.class_traits()["preprocessors"].default()
]
