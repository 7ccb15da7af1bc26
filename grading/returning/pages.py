"""Feedback pages as the gradebook now has it: marks by hand, due dates and rules count."""

import nbformat

from coursework.whole_file import whole
from grading.course import Course
from grading.gradebook import is_ailment
from grading.results.penalties import save_penalties
from grading.submission.feedback import feedback_page
from grading.submission.folder import Submission


def write_pages(course: Course, exercise: str, students: list[str]) -> dict[str, bytes]:
    """Write the feedback of `students` anew; the pages of all for whom that could be done."""
    save_penalties(course, [exercise])
    pages = {}
    with course.nbgrader.gradebook as gradebook:
        for student in students:
            submission = Submission(course, exercise, student)
            try:
                notebook = nbformat.read(submission.graded, as_version=4)
                page = feedback_page(submission, gradebook, notebook).encode()
            except Exception as error:
                # What is wrong with one notebook stops no other.
                if is_ailment(error):
                    raise
                continue
            write_page(submission, page)
            pages[student] = page
    return pages


def write_page(submission: Submission, page: bytes) -> None:
    """Put a page into its place, unless it is there already."""
    path = submission.page
    if path.is_file() and path.read_bytes() == page:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole(path) as half:
        half.write_bytes(page)
