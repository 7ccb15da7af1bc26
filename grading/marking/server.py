"""The part of JupyterLab's server that shows the page for marking, at ``/grading/marking``.

It is there where JupyterLab was started in a course's folder.
"""

import functools
import math
from dataclasses import asdict
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.utils import url_path_join
from nbformat.v4 import new_markdown_cell
from tornado.web import StaticFileHandler, authenticated

from grading.course import Course, CourseError
from grading.decisions.dropped import refuse_dropped
from grading.decisions.kept import dropped_in
from grading.gradebook import ailment, is_ailment, own_tables
from grading.marking import answers, record
from grading.marking.questions import Question, find_question, questions_in
from grading.results.read import read_people
from grading.safe_html import text_as_html
from grading.submission.marked import waits

TEMPLATES = Path(__file__).parents[1] / "templates" / "marking"
FILES = r"(marking\.js|marking\.css)"
# What a page may load, should a text of a student's ever get past safe_html.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
NAMES = r"(?P<exercise>[\w.-]+)/(?P<name>[\w.-]+)"


def environment() -> Environment:
    loader = PackageLoader("grading", "templates/marking")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)


class Marking:
    """What all pages share: the course, and errors as sentences."""

    course: Course

    def initialize(self, course: Course) -> None:
        self.course = course

    def question(self, exercise: str, name: str) -> Question:
        return find_question(self.course, exercise, name)


class PageHandler(Marking, JupyterHandler):
    """The pages, which a person opens."""

    @property
    def content_security_policy(self) -> str:
        return f"{super().content_security_policy}; {POLICY}"

    def show(self, template: str, **facts) -> None:
        page = environment().get_template(template)
        self.finish(
            page.render(base=self.base_url, xsrf=self.xsrf_token.decode(), **facts)
        )

    def write_error(self, status_code, **more):
        error = more.get("exc_info", (None, None, None))[1]
        if isinstance(error, CourseError):
            self.set_status(404)
            self.show("trouble.html.j2", sentence=str(error))
        elif error is not None and is_ailment(error):
            self.show("trouble.html.j2", sentence=str(ailment(self.course, error)))
        else:
            super().write_error(status_code, **more)


class OverviewHandler(PageHandler):
    """All questions, and how many answers to each wait."""

    @authenticated
    def get(self):
        rows = []
        with self.course.nbgrader.gradebook as gradebook:
            for exercise in self.course.exercises:
                dropped = dropped_in(gradebook, exercise)
                for question in questions_in(self.course, exercise):
                    if question.grade_id in dropped:
                        continue
                    grades = answers.grades_to(gradebook, question)
                    waiting = sum(waits(grade) for grade, _ in grades)
                    rows.append((question, len(grades), waiting))
        self.show("overview.html.j2", rows=rows)


class QuestionHandler(PageHandler):
    """One question with its mark scheme, and room for one answer after another."""

    @authenticated
    def get(self, exercise, name):
        question = self.question(exercise, name)
        with self.course.nbgrader.gradebook as gradebook:
            own_tables(gradebook)
            refuse_dropped(gradebook, exercise, name)
            found = answers.entries(gradebook, question)
            bank = record.bank_of(gradebook, exercise, name)
        answers.refuse_without_answers(found, question)
        people = {person.id: person for person in read_people(self.course)}
        self.show(
            "question.html.j2",
            question=question,
            text=text_as_html(new_markdown_cell(question.text)),
            scheme=text_as_html(new_markdown_cell(question.scheme)),
            facts={
                "exercise": exercise,
                "question": name,
                "most": question.max_points,
                "entries": [
                    asdict(one) | {"name": called(people.get(one.student))}
                    for one in found
                ],
                "bank": bank,
            },
        )


def called(person) -> str:
    return f"{person.first_name} {person.last_name}".strip() if person else ""


def with_sentences(method):
    """What somebody can put right comes back as a sentence, and whether the page is behind."""

    @functools.wraps(method)
    def wrapped(self, *arguments, **names):
        try:
            self.finish(method(self, *arguments, **names))
        except CourseError as error:
            is_behind = isinstance(error, record.AlreadyMarked)
            self.finish({"sentence": str(error), "is_behind": is_behind})
        except Exception as error:
            if not is_ailment(error):
                raise
            self.finish({"sentence": str(ailment(self.course, error))})

    return wrapped


def as_data(mark: record.Mark) -> dict:
    return {
        "points": mark.points,
        "comment": mark.comment,
        "waits": mark.waits,
        "by": mark.by,
        "at": f"{mark.at:%Y-%m-%d %H:%M} UTC" if mark.at else "",
        "version": record.version_of(mark),
    }


class AnswerHandler(Marking, APIHandler):
    """One answer: its text, its mark, and who else looks at it."""

    @authenticated
    @with_sentences
    def get(self, exercise, name, key):
        question = self.question(exercise, name)
        with self.course.nbgrader.gradebook as gradebook:
            own_tables(gradebook)
            grade = record.find_grade(gradebook, key)
            mark = record.mark_there(gradebook, grade)
            # An answer left as released has points of its own, and no mark by hand.
            points = grade.auto_score if mark.points is None else mark.points
            shown = answers.shown(self.course, question, gradebook, grade)
            return shown | as_data(mark) | {"points": points}


class OpenHandler(Marking, APIHandler):
    """Somebody looks at an answer now; gives who else does."""

    @authenticated
    @with_sentences
    def post(self, exercise, name, key):
        by = person_in(self.get_json_body())
        return {"also": record.open_answer(self.course, key, by)}


class MarkHandler(Marking, APIHandler):
    """Gives an answer points and a comment."""

    @authenticated
    @with_sentences
    def post(self, exercise, name, key):
        said = self.get_json_body()
        mark = record.give(
            self.course,
            key,
            points_in(said["points"]),
            str(said["comment"]).strip(),
            person_in(said),
            said["version"],
        )
        with self.course.nbgrader.gradebook as gradebook:
            bank = record.bank_of(gradebook, exercise, name)
        return as_data(mark) | {"bank": bank}


class UndoHandler(Marking, APIHandler):
    """Takes this person's last mark back."""

    @authenticated
    @with_sentences
    def post(self, exercise, name):
        by = person_in(self.get_json_body())
        return {"key": record.take_back(self.course, exercise, name, by)}


def person_in(said: dict) -> str:
    name = " ".join(str(said.get("by", "")).split())[:100]
    if not name:
        raise CourseError("Type your name first, so that others see who has marked.")
    return name


def points_in(said: str) -> float | None:
    """Points as a person types them, "1,5" or "1.5"; None for none."""
    text = str(said).strip().replace(",", ".")
    if not text:
        return None
    try:
        points = float(text)
    except ValueError:
        points = math.nan
    if not math.isfinite(points):
        raise CourseError(f"“{said}” is no number of points. Type one such as 1.5.")
    return points


def _jupyter_server_extension_points():
    return [{"module": "grading.marking.server"}]


def _load_jupyter_server_extension(app):
    try:
        course = Course(Path(app.root_dir))
    except CourseError:
        return  # this is not a course's folder
    url = url_path_join(app.web_app.settings["base_url"], "grading", "marking")
    one = {"course": course}
    app.web_app.add_handlers(
        ".*$",
        [
            (f"{url}/?", OverviewHandler, one),
            (f"{url}/files/{FILES}", StaticFileHandler, {"path": str(TEMPLATES)}),
            (f"{url}/{NAMES}/?", QuestionHandler, one),
            (f"{url}/{NAMES}/undo", UndoHandler, one),
            (f"{url}/{NAMES}/(?P<key>[0-9a-f]+)/answer", AnswerHandler, one),
            (f"{url}/{NAMES}/(?P<key>[0-9a-f]+)/open", OpenHandler, one),
            (f"{url}/{NAMES}/(?P<key>[0-9a-f]+)/mark", MarkHandler, one),
        ],
    )
