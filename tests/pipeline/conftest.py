"""Temporary courses for the tests of the pipeline, and zip files of learning platforms."""

import shutil
import time
import zipfile

import nbformat
import pytest
from pipeline.downloads import CLASS, EVENING, SETTINGS
from pipeline.small_course import EXERCISE as SMALL_EXERCISE
from pipeline.small_course import RIGHT, make_course
from shared import EXERCISE, copy_course

from grading.course import Course
from grading.solutions import fill_in


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    return copy_course(tmp_path_factory.mktemp("course"), EXERCISE)


@pytest.fixture(scope="module")
def class_template(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("template"))
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    with course.nbgrader.gradebook as book:
        for student, first, last, email, lms_id in CLASS:
            names = {"first_name": first, "last_name": last, "email": email or None}
            book.add_student(student, lms_user_id=lms_id or None, **names)
    return course


@pytest.fixture
def class_course(class_template, tmp_path, monkeypatch):
    """A course of its own on a machine in Berlin, an hour before UTC in winter."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield Course(shutil.copytree(class_template.root, tmp_path / "course"))
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="module")
def right(class_template):
    return nbformat.writes(
        fill_in(class_template.read_notebook("release", SMALL_EXERCISE), RIGHT)
    )


@pytest.fixture
def pack(tmp_path):
    """A function that writes a zip file of names and contents (or contents and times)."""

    def write(*entries, name="download.zip", kind=zipfile.ZipInfo):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file, content, *when in entries:
                info = kind(file, when[0] if when else EVENING)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, content)
        return path

    return write
