"""Marks given by hand: from the answer through the formgrader to the export and back."""

import csv
import os
import subprocess
import sys
import time

import nbformat
import pytest
import requests
from jupyter_server.serverapp import list_running_servers
from shared import copy_course

EXERCISE = "part1-3-autodiff-neural-network"
QUESTION = "task7-question-curves"
OTHER_EXERCISE = "part1-1-autodiff-scalar"
ANSWER = "The validation loss turns upwards: the network learns the noise by heart."

MARKUP = """**bold** `a < b`

<script>alert(1)</script> <img src=x onerror=alert(2)>

[link](javascript:alert(3)) <svg onload=alert(4)></svg> <iframe src="data:x"></iframe>"""


@pytest.fixture(scope="module")
def course(tmp_path_factory, run):
    """Two exercises; the pupil hands in one, of which only the question is answered."""
    course = copy_course(tmp_path_factory.mktemp("course"), EXERCISE, OTHER_EXERCISE)
    for exercise in (EXERCISE, OTHER_EXERCISE):
        run("nbgrader", "generate_assignment", exercise, "--create", folder=course.root)
    notebook = course.read_notebook("release", EXERCISE)
    [answer] = [
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == QUESTION
    ]
    answer.source = f"{ANSWER}\n\n{MARKUP}"
    path = course.notebook_path("submitted", EXERCISE, "pupil")
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)
    return course


@pytest.fixture(scope="module")
def graded(course, run):
    return run("grading", "autograde", EXERCISE, folder=course.root)


@pytest.fixture(scope="module")
def formgrader(course, graded, tmp_path_factory):
    """A function that asks the formgrader of a real Jupyter server."""
    runtime = tmp_path_factory.mktemp("runtime")
    options = ["--no-browser", "--allow-root", "--ServerApp.port=0"]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", *options],
        cwd=course.root,
        env=os.environ | {"JUPYTER_RUNTIME_DIR": str(runtime)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (found := list(list_running_servers(str(runtime)))):
        assert server.poll() is None, server.stderr.read()
        time.sleep(0.1)

    def ask(method, address, **json):
        answer = requests.request(
            method,
            f"{found[0]['url']}formgrader/{address}",
            headers={"Authorization": f"token {found[0]['token']}"},
            json=json or None,
            timeout=600,
        )
        answer.raise_for_status()
        return answer

    yield ask
    server.terminate()
    server.communicate()


def exported(course, run):
    run("nbgrader", "export", "--to", "marks.csv", folder=course.root)
    with open(course.root / "marks.csv", newline="", encoding="utf-8") as file:
        return {row["assignment"]: row for row in csv.DictReader(file)}


def test_the_table_says_that_a_mark_is_missing(graded):
    assert "2 points wait for a mark by hand" in graded.stdout


def test_points_and_comment_go_into_export_and_feedback_and_stay(
    course, formgrader, run
):
    assert float(exported(course, run)[EXERCISE]["score"]) == 0
    [submission] = formgrader(
        "GET", f"api/submitted_notebooks/{EXERCISE}/{EXERCISE}"
    ).json()
    assert submission["needs_manual_grade"]
    page = formgrader("GET", f"submissions/{submission['id']}/").text
    assert ANSWER in page and "<strong>bold</strong>" in page
    for alive in ("<script>alert", "<img src=x on", "javascript:alert", "<svg onload"):
        assert alive not in page
    assert "<iframe" not in page

    of_this_hand_in = f"?submission_id={submission['id']}"
    [grade] = [
        grade
        for grade in formgrader("GET", f"api/grades{of_this_hand_in}").json()
        if grade["name"] == QUESTION
    ]
    [comment] = [
        comment
        for comment in formgrader("GET", f"api/comments{of_this_hand_in}").json()
        if comment["name"] == QUESTION
    ]
    assert (grade["max_score"], grade["needs_manual_grade"]) == (2, True)
    formgrader("PUT", f"api/grade/{grade['id']}", manual_score=1.5)
    formgrader("PUT", f"api/comment/{comment['id']}", manual_comment="Which noise?")
    assert float(exported(course, run)[EXERCISE]["score"]) == 1.5

    again = run("grading", "autograde", EXERCISE, "--force", folder=course.root)
    assert "1.5 of 25" in again.stdout and "by hand" not in again.stdout
    assert float(exported(course, run)[EXERCISE]["score"]) == 1.5
    feedback = course.root / "feedback" / "pupil" / EXERCISE / f"{EXERCISE}.html"
    assert "Which noise?" in feedback.read_text(encoding="utf-8")


def test_an_exercise_that_was_not_handed_in_counts_zero_and_stops_nothing(
    course, graded, run
):
    rows = exported(course, run)
    assert float(rows[OTHER_EXERCISE]["score"]) == 0
    assert float(rows[OTHER_EXERCISE]["max_score"]) == 24
    assert rows[OTHER_EXERCISE]["timestamp"] == ""
    assert rows[EXERCISE]["student_id"] == rows[OTHER_EXERCISE]["student_id"] == "pupil"
    refused = run("grading", "autograde", OTHER_EXERCISE, folder=course.root, expect=1)
    assert f"Nobody has handed in {OTHER_EXERCISE}" in refused.stderr
