"""The part of JupyterLab's server that shows the instructor's start page, at ``/grading``.

It is there where JupyterLab was started in a course's folder. It runs no command.
"""

import datetime
from pathlib import Path

from jupyter_server.utils import url_path_join
from tornado.web import authenticated

from grading.course import Course, CourseError
from grading.deadlines.zone import in_zone, name_of_zone
from grading.marking.server import PageHandler
from grading.start.progress import progress_of, this_week
from grading.start.steps import next_step
from grading.times import UTC
from grading.words import duration

REPORT = "report.html"


class StartHandler(PageHandler):
    """This week's exercise and the next step for each."""

    @authenticated
    def get(self):
        now = datetime.datetime.now(UTC).replace(tzinfo=None)
        found = progress_of(self.course)
        self.show(
            "start.html.j2",
            course_id=self.course.nbgrader.coursedir.course_id,
            rows=[(one, next_step(one, now)) for one in found],
            this_week=this_week(found, now),
            report=self.report(),
            zone=name_of_zone(self.course.settings),
            moment=self.moment,
            from_now=lambda time: from_now(time, now),
        )

    def moment(self, time: datetime.datetime) -> str:
        return in_zone(self.course.settings, time)

    def report(self) -> str:
        """When the report was written last; "" if there is none."""
        path = self.course.root / REPORT
        if not path.is_file():
            return ""
        return self.moment(datetime.datetime.fromtimestamp(path.stat().st_mtime, UTC))


def from_now(time: datetime.datetime, now: datetime.datetime) -> str:
    """A time as seen from now: in 3 days 4 hours, 2 hours ago."""
    seconds = (time - now).total_seconds()
    said = duration(abs(seconds))
    return f"in {said}" if seconds > 0 else f"{said} ago"


def _jupyter_server_extension_points():
    return [{"module": "grading.start.server"}]


def _load_jupyter_server_extension(app):
    try:
        course = Course(Path(app.root_dir))
    except CourseError:
        return  # this is not a course's folder
    url = url_path_join(app.web_app.settings["base_url"], "grading")
    app.web_app.add_handlers(".*$", [(f"{url}/?", StartHandler, {"course": course})])
