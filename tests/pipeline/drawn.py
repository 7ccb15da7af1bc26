"""Pages as nbgrader's exporter draws them."""

from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_notebook
from shared import ROOT
from traitlets.config import Config

from grading.course import Course
from grading.submission.tasks import tasks_in


def page_of(*cells, template: str, **facts) -> str:
    """The page that nbgrader's formgrader, or the feedback, makes of cells and facts."""
    settings = Course(ROOT).settings
    formgrader = Config(HTMLExporter={"template_name": "formgrade"})
    feedback = Config(settings.GenerateFeedback)
    settings.merge(formgrader if template == "formgrade" else feedback)
    settings.HTMLExporter.pop("preprocessors", None)
    notebook = new_notebook(cells=list(cells))
    names = ("notebook", "score", "max_score", "late_penalty")
    resources = {"nbgrader": dict.fromkeys(names, 0) | {"notebook": "x"}}
    resources |= {"notebook_id": "x", "index": 0, "total": 1, "base_url": ""}
    resources |= {"tasks": tasks_in(notebook)} | facts
    exporter = HTMLExporter(config=settings)
    page, _ = exporter.from_notebook_node(notebook, resources=resources)
    return page
