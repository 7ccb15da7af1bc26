"""The students' start page, as it is handed out: all exercises, with their due dates."""

from dataclasses import replace
from pathlib import Path

import jinja2
import nbformat
from nbformat.notebooknode import NotebookNode

from coursework.card import read_card, without_links
from coursework.due import Dates
from coursework.progress import untouched
from coursework.start_page import CELL, put_in
from grading.course import Course
from grading.deadlines.due import read_due
from grading.deadlines.zone import zone_of
from grading.gradebook import file_of
from grading.times import UTC

TEMPLATES = Path(__file__).parent / "templates" / "handout"


def due_dates(course: Course, exercises: list[str]) -> Dates:
    """When each exercise is due, in the course's zone, as students are to read it."""
    path, zone = file_of(course), zone_of(course.settings) or UTC
    # nbgrader would make an empty gradebook.
    found = {} if path and not path.exists() else read_due(course)
    times = {name: found[name].replace(tzinfo=UTC) for name in found}
    return {
        name: times[name].astimezone(zone) if name in times else None
        for name in exercises
    }


def make_start_page(
    notebooks: dict[str, NotebookNode], frameworks: set[str], dates: Dates
) -> NotebookNode:
    """The notebook that JupyterLab opens first: all exercises, and how far one is in them."""
    facts = {
        "cards": [read_card(*exercise) for exercise in notebooks.items()],
        "without_links": without_links,  # which would not lead anywhere there
        "frameworks": frameworks,
    }
    show = "from coursework import show_progress\n\nshow_progress()"
    page = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell(render("start.md.j2", facts), id="start"),
            nbformat.v4.new_code_cell(show, id=CELL),
            nbformat.v4.new_markdown_cell(render("how.md.j2", facts), id="how"),
        ]
    )
    rows = [
        replace(untouched(name, notebook), due=dates[name])
        for name, notebook in notebooks.items()
    ]
    zones = {str(time.tzinfo) for time in dates.values() if time}
    put_in(
        page, rows, "".join(["As handed out.", *(f" Times are in {z}." for z in zones)])
    )
    page.metadata.kernelspec = {
        "name": "python3",
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
    }
    return page


def render(template: str, facts: dict) -> str:
    """A text of `TEMPLATES` with `facts` put in; a missing one is an error."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # Markdown and Python, from this course
    )
    return environment.get_template(template).render(facts)
