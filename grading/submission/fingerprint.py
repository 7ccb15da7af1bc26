"""Fingerprints: has anything changed since a hand-in was graded?

A fingerprint covers all that decides a submission's marks. It is saved in the graded
notebook. Where its folder holds no mark of an interrupted saving, the points are saved, too.
"""

import hashlib
import importlib.metadata
import json
import sys
from functools import cache

import nbformat
from nbgrader.api import SubmittedAssignment

from grading.course import Course
from grading.execution.execute import COURSE_PACKAGES, course_packages
from grading.execution.limits import Limits
from grading.imports import package_folders, setup_imports
from grading.submission.exchange import is_interrupted
from grading.submission.folder import Submission
from grading.submission.rebuild import Rebuilt
from grading.verdict import read_verdict


def fingerprint(
    submission: Submission, rebuilt: Rebuilt, limits: Limits, sandbox: bool
) -> str:
    """A hand-in's answers, files and time, its tests, limits, and versions of packages."""
    decides = {
        "notebook": nbformat.writes(rebuilt.notebook),
        "files": {name: sha256(content) for name, content in rebuilt.files.items()},
        "handed in": str(submission.time),
        "limits": repr(limits),
        "sandbox": sandbox,
        "python": sys.version,
        "packages": [version(name) for name in setup_imports(rebuilt.notebook)],
        "course": [content_of(name) for name in course_packages(rebuilt.notebook)],
    }
    return sha256(json.dumps(decides, sort_keys=True).encode())


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def version(package: str) -> str:
    """The version of the distribution that brings a package; "" for Python's own."""
    names = importlib.metadata.packages_distributions().get(package, [])
    return " ".join(f"{name} {importlib.metadata.version(name)}" for name in names)


@cache
def content_of(package: str) -> str:
    """A package of this course, of which people change files rather than versions."""
    folders = package_folders(package)
    pattern = COURSE_PACKAGES[package]
    files = sorted(path for folder in folders for path in folder.glob(pattern))
    return sha256(b"".join(path.read_bytes() for path in files))


def saved_students(course: Course, exercise: str) -> set[str]:
    """Who has a hand-in of `exercise` in the gradebook."""
    with course.nbgrader.gradebook as gradebook:
        assignment = gradebook.find_assignment(exercise)
        found = gradebook.db.query(SubmittedAssignment.student_id).filter_by(
            assignment_id=assignment.id
        )
        return {student for (student,) in found}


def saved_fingerprint(submission: Submission) -> str:
    """The fingerprint of what is in ``autograded/`` and ``feedback/``; "" if not in both."""
    verdict = read_verdict(submission.graded)
    if verdict is None or is_interrupted(submission.graded.parent):
        return ""
    return verdict.fingerprint if submission.page.is_file() else ""
