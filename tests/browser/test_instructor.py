"""An instructor's way in JupyterLab: release, collect, grade, mark by hand, give back.

On a lab machine without a hub: the exchange is a folder whose place the machine's own
settings tell, and students fetch and submit with nbgrader's commands.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from browser.accessibility import violations
from browser.conftest import screenshot
from browser.formgrader import Formgrader
from browser.jupyterlab import own_environment
from browser.menus import choose, open_lab
from kill.exercise import Exercise
from pipeline.release_checks import survivors
from playwright.sync_api import Page, expect
from shared import EXERCISE as OTHER_EXERCISE
from shared import copy_course

from grading.course import Course
from grading.solutions import change, fill_in, reference_cells
from grading.submission.feedback import hidden_lines
from grading.submission.folder import Submission

EXERCISE = "part1-3-autodiff-neural-network"
TITLE = "Part 1.3 · From nodes to a neural network"
QUESTION = "task7-question-curves"
CHAFF = "task5-not-shuffled"
LOST_BY_CHAFF = {"task5-mini-batches-test-cuts", "task5-mini-batches-test-steps"}
ANSWER = r"""The loss $L = \frac{1}{n} \sum_i l_i$ of the training set falls, as `a < b`:

$$\theta \leftarrow \theta - \alpha \frac{\partial L}{\partial \theta}$$"""
COMMENT = "Which of the sets decides? Think of $L$ & of <b>new</b> digits."

MACHINE = "c = get_config()\nc.Exchange.root = {exchange!r}\n"
# All parts are played by one user of this machine.
INSTRUCTOR = "c.ExchangeCollect.check_owner = False\n"
STUDENT = """\
c.CourseDirectory.course_id = "differentiable-programming"
c.CourseDirectory.student_id = {name!r}
"""


@dataclass
class Person:
    """Somebody with an account on the lab machine."""

    name: str
    folder: Path
    home: Path

    def nbgrader(self, *words: str) -> None:
        """Type an nbgrader command in the own folder."""
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *words],
            cwd=self.folder,
            env=own_environment(self.home, Path(sys.executable)),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def hand_in(self, cells: dict[str, str]) -> None:
        """Fetch the exercise, write these sources into it, and submit it."""
        self.nbgrader("fetch_assignment", EXERCISE)
        path = self.folder / EXERCISE / f"{EXERCISE}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        nbformat.write(fill_in(notebook, cells), path)
        self.nbgrader("submit", EXERCISE)

    def feedback(self) -> Path:
        """Fetch the feedback; the page that comes."""
        self.nbgrader("fetch_feedback", EXERCISE)
        [page] = self.folder.glob(f"{EXERCISE}/feedback/*/*.html")
        return page


@pytest.fixture(scope="module")
def exchange(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("exchange")
    folder.chmod(0o777)
    return folder


@pytest.fixture(scope="module")
def account(tmp_path_factory, exchange):
    """A function that makes an account on the lab machine, with settings of its own."""

    def make(name: str, settings: str) -> Person:
        folder, home = (tmp_path_factory.mktemp(f"{name}-{of}") for of in ("f", "home"))
        (home / "config").mkdir()
        (home / "config" / "nbgrader_config.py").write_text(
            (MACHINE + settings).format(exchange=str(exchange), name=name), "utf-8"
        )
        return Person(name, folder, home)

    return make


@pytest.fixture(scope="module")
def instructor(account) -> Person:
    return account("instructor", INSTRUCTOR)


@pytest.fixture(scope="module")
def course(instructor) -> Course:
    return copy_course(instructor.folder, EXERCISE, OTHER_EXERCISE)


@pytest.fixture(scope="module")
def lab(start_lab, course, instructor):
    return start_lab(course.root, home=instructor.home)


def test_from_the_release_to_the_feedback(page, lab, course, exchange, account):
    ada, bob = (account(name, STUDENT) for name in ("ada", "bob"))
    open_lab(page, lab)
    choose(page, "Nbgrader", "Formgrader")
    formgrader = Formgrader(page)
    enter_students(formgrader, course)
    generate_and_preview(formgrader, course)
    release(formgrader, course, exchange)
    hand_in(ada, bob, course)
    collect(formgrader, course)
    autograde(formgrader, course)
    mark_by_hand(formgrader, course)
    give_feedback(formgrader, course)
    read_feedback(page, course, ada, bob)


def enter_students(formgrader: Formgrader, course: Course) -> None:
    formgrader.open("Manage Students")
    formgrader.add_student("ada", "Ada", "Lovelace", "ada@example.org")
    formgrader.add_student("bob", "Bob", "Hope", "bob@example.org")
    screenshot(formgrader.page, "instructor-1-students")
    with course.nbgrader.gradebook as gradebook:
        entered = {one.id: (one.last_name, one.email) for one in gradebook.students}
    assert entered == {
        "ada": ("Lovelace", "ada@example.org"),
        "bob": ("Hope", "bob@example.org"),
    }


def generate_and_preview(formgrader: Formgrader, course: Course) -> None:
    page = formgrader.page
    formgrader.open("Manage Assignments")
    expect(formgrader.row(EXERCISE)).to_contain_text("draft")
    formgrader.press(EXERCISE, "assign")
    source, generated = (
        course.read_notebook(step, EXERCISE) for step in ("source", "release")
    )
    for kind in ("solution", "hidden test"):
        assert survivors(source, generated, kind) == []
    formgrader.row(EXERCISE).locator("td.preview a").click()
    page.locator(".jp-DirListing-item", has_text=EXERCISE[:8]).dblclick()
    notebook = page.locator(".jp-NotebookPanel:visible")
    expect(notebook.get_by_role("heading", name="Part 1.3 ·").first).to_be_visible()
    screenshot(page, "instructor-2-preview")
    page.locator(".lm-TabBar-tab", has_text="Formgrader").click()


def release(formgrader: Formgrader, course: Course, exchange: Path) -> None:
    formgrader.press(EXERCISE, "release")
    expect(formgrader.row(EXERCISE)).to_contain_text("released")
    expect(formgrader.row(OTHER_EXERCISE)).to_contain_text("draft")
    screenshot(formgrader.page, "instructor-3-released")
    outbound = exchange / "differentiable-programming" / "outbound"
    files = [path for path in outbound.rglob("*") if path.is_file()]
    assert [path.relative_to(outbound) for path in files] == [
        Path(EXERCISE, f"{EXERCISE}.ipynb")
    ]
    generated = course.notebook_path("release", EXERCISE)
    assert files[0].read_bytes() == generated.read_bytes()


def hand_in(ada: Person, bob: Person, course: Course) -> None:
    right = reference_cells(course, EXERCISE) | {QUESTION: ANSWER}
    [chaff] = [
        chaff for chaff in Exercise(course.root, EXERCISE).chaffs if chaff.name == CHAFF
    ]
    assert chaff.fails == LOST_BY_CHAFF
    ada.hand_in(right)
    bob.hand_in(change(right, chaff.cells) | {QUESTION: "I do not know."})


def collect(formgrader: Formgrader, course: Course) -> None:
    said = formgrader.press(EXERCISE, "collect")
    assert "Processing 2 submissions" in said
    expect(formgrader.row(EXERCISE).locator(".num-submissions")).to_have_text("2")
    assert course.handed_in(EXERCISE) == ["ada", "bob"]
    answers = [
        cell.source
        for cell in course.read_notebook("submitted", EXERCISE, "ada").cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == QUESTION
    ]
    assert answers == [ANSWER]


def autograde(formgrader: Formgrader, course: Course) -> None:
    formgrader.row(EXERCISE).locator(".num-submissions a").click()
    expect(formgrader.title("Manage Submissions")).to_be_visible()
    for student, points in {"ada": "23 / 25", "bob": "20 / 25"}.items():
        expect(formgrader.row(student)).to_contain_text("needs autograding")
        said = formgrader.press(student, "autograde")
        assert "Executing the notebook in a sandbox" in said
        expect(formgrader.row(student)).to_contain_text("needs manual grading")
        expect(formgrader.row(student)).to_contain_text(points)
    screenshot(formgrader.page, "instructor-4-autograded")
    assert earned_nothing(course, "ada") == {QUESTION}
    assert earned_nothing(course, "bob") == {QUESTION} | LOST_BY_CHAFF


def earned_nothing(course: Course, student: str) -> set[str]:
    with course.nbgrader.gradebook as gradebook:
        notebook = gradebook.find_submission_notebook(EXERCISE, EXERCISE, student)
        return {grade.name for grade in notebook.grades if grade.score == 0}


def mark_by_hand(formgrader: Formgrader, course: Course) -> None:
    page = formgrader.page
    formgrader.open_hand_in(EXERCISE, "Lovelace, Ada")
    answer = formgrader.answer(QUESTION)
    answer.scroll_into_view_if_needed()
    expect(answer).to_contain_text("of the training set falls, as a < b:")
    expect(answer.locator("math")).to_have_count(2)
    expect(answer.locator("math mfrac")).to_have_count(2)
    assert "$" not in answer.inner_text()
    answer.locator(".score").fill("1.5")
    answer.locator(".comment").fill(COMMENT)
    screenshot(page, "instructor-5-marked-by-hand")
    # nbgrader's keys for: save what was typed, and go on to the other hand-in, which comes
    # next or before, as nbgrader gives them random ids.
    here = formgrader.frame.url.partition("?")[0]
    places = course.nbgrader.get_notebook_submission_indices(EXERCISE, EXERCISE)
    is_first = places[here.rstrip("/").rpartition("/")[2]] == 0
    answer.locator(".comment").press("Control+." if is_first else "Control+,")
    formgrader.frame.wait_for_url(lambda address: not address.startswith(here))
    assert marked(course, "ada") == (1.5, COMMENT)

    # The next one opens at the same answer, ready to be typed into.
    answer = formgrader.answer(QUESTION)
    expect(answer).to_contain_text("I do not know.")
    expect(answer.locator(".score")).to_be_focused()
    expect(answer.locator(".score")).to_be_in_viewport()
    with page.expect_response(lambda answered: "/api/grade/" in answered.url):
        answer.get_by_role("button", name="No credit").click()
    assert marked(course, "bob") == (0, None)

    formgrader.open("Manual Grading")  # a hand-in's page leads nowhere else
    formgrader.open("Manage Students")
    expect(formgrader.row("ada")).to_contain_text("24.5 / ")


def marked(course: Course, student: str) -> tuple:
    """Points and comment given by hand, as they stand in the gradebook."""
    names = QUESTION, EXERCISE, EXERCISE, student
    with course.nbgrader.gradebook as gradebook:
        grade = gradebook.find_grade(*names)
        assert not grade.needs_manual_grade
        comment = gradebook.find_comment(*names)
        return grade.manual_score, comment.manual_comment


def give_feedback(formgrader: Formgrader, course: Course) -> None:
    formgrader.open("Manage Assignments")
    formgrader.press(EXERCISE, "generate-feedback")
    for student in ("ada", "bob"):
        assert Submission(course, EXERCISE, student).page.exists()
    formgrader.press(EXERCISE, "release-feedback")
    screenshot(formgrader.page, "instructor-6-feedback-released")


def read_feedback(page: Page, course: Course, ada: Person, bob: Person) -> None:
    page.goto(ada.feedback().as_uri())
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(f"{TITLE}: 24.5 of 25 points")
    expect(page.locator(".comment")).to_have_text(f"Comment: {COMMENT}")
    expect(page.locator(".failed")).to_have_count(0)
    screenshot(page, "instructor-7-feedback-of-ada")
    assert violations(page) == []
    assert hidden_in(page, course) == []

    page.goto(bob.feedback().as_uri())
    expect(title).to_have_text(f"{TITLE}: 20 of 25 points")
    expect(page.locator(".failed code")).to_have_text(sorted(LOST_BY_CHAFF))
    screenshot(page, "instructor-8-feedback-of-bob")
    assert violations(page) == []
    assert hidden_in(page, course) == []


def hidden_in(page: Page, course: Course) -> list[str]:
    """Lines that stand in hidden tests only, and on the page."""
    source = course.read_notebook("source", EXERCISE)
    hidden = hidden_lines(source)
    assert len(hidden) >= 20
    known = "\n".join(
        cell.source for cell in source.cells if "HIDDEN" not in cell.source
    )
    shown = page.locator("body").inner_text() + page.content()
    return [line for line in hidden if line in shown and line not in known]


def test_the_course_list_opens_the_formgrader(page, lab):
    open_lab(page, lab)
    choose(page, "Nbgrader", "Course List")
    link = page.get_by_role("link", name="differentiable-programming")
    expect(link).to_be_visible()
    screenshot(page, "instructor-9-course-list")
    link.click()
    row = Formgrader(page).row(OTHER_EXERCISE)
    expect(row).to_contain_text("draft")
