"""nbgrader's formgrader in JupyterLab, as an instructor uses it."""

from playwright.sync_api import Locator, Page, expect


class Formgrader:
    """The formgrader in a tab of JupyterLab that has just been opened."""

    def __init__(self, page: Page):
        self.page = page
        window = page.locator("iframe[src*=formgrader]:visible")
        self.frame = window.element_handle().content_frame()
        expect(self.title("Manage Assignments")).to_be_visible()

    def title(self, title: str) -> Locator:
        """The heading of the page that is open."""
        return self.frame.get_by_role("heading", name=title, exact=True)

    def open(self, name: str) -> None:
        """Open Manage Assignments, Manual Grading or Manage Students."""
        self.frame.locator(".nav").get_by_role("link", name=name).click()
        expect(self.title(name)).to_be_visible()

    def row(self, name: str) -> Locator:
        """The row of the table in which `name` stands."""
        return self.frame.locator("#main-table tr").filter(
            has=self.frame.get_by_text(name, exact=True)
        )

    def press(self, name: str, button: str) -> str:
        """Press an icon in a row, wait until it is done, and return what was logged."""
        self.row(name).locator(f"td.{button} a").click()
        done = self.frame.locator(".modal-dialog")
        done.wait_for()
        said = done.inner_text()
        expect(done.get_by_role("heading"), said).to_have_text("Success")
        done.locator(".modal-footer button").click()
        done.wait_for(state="detached")
        expect(self.row(name)).to_be_visible()
        return said

    def add_student(self, name: str, first: str, last: str, email: str) -> None:
        """Enter a student on the page Manage Students."""
        self.frame.get_by_text("Add new student").click()
        form = self.frame.locator("#add-student-modal")
        for field, value in {
            "id": name,
            "first-name": first,
            "last-name": last,
            "email": email,
        }.items():
            form.locator(f"input.{field}").fill(value)
        form.get_by_role("button", name="Save").click()
        form.wait_for(state="detached")
        expect(self.row(name)).to_contain_text(f"{last}, {first}")

    def open_hand_in(self, exercise: str, student: str) -> None:
        """Open what `student` (family name, first name) has handed in, to mark it by hand."""
        self.open("Manual Grading")
        table = self.frame.locator("#main-table")
        table.get_by_role("link", name=exercise).click()
        # The same name again: an exercise may have several notebooks.
        expect(self.frame.locator(".breadcrumb .active")).to_have_text(exercise)
        table.get_by_role("link", name=exercise).click()
        hand_in = table.locator("tr", has_text=student)
        hand_in.locator(".reveal .name-hidden").click()
        hand_in.get_by_role("link", name=student).click()
        expect(self.frame.locator(".live-notebook")).to_be_visible()

    def answer(self, grade_id: str) -> Locator:
        """A student's cell on the page of a hand-in, with its points and its comment."""
        return self.frame.locator(
            ".nbgrader_cell", has=self.frame.locator(f"#{grade_id}")
        )
