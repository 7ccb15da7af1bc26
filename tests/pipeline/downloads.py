"""What tests of collecting need: a class, its zip files, and what came of them."""

import zipfile

from pipeline.small_course import EXERCISE

NOTEBOOK = f"{EXERCISE}.ipynb"
# As nbgrader_config.py says it for plain `nbgrader zip_collect`.
SETTINGS = """
c.ZipCollectApp.extractor_plugin = "grading.collect.LmsExtractor"
c.ZipCollectApp.collector_plugin = "grading.collect.LmsCollector"
c.ZipCollectApp.force = True
"""
# id, first name, last name, email, LMS user id
CLASS = [
    ("al01", "Ada", "Lovelace", "ada@example.org", "101"),
    ("jm02", "Jürgen", "Müller-Lüdenscheidt", "jm@example.org", ""),
    ("on03", "Pat", "O'Neill", "", ""),
    ("twin1", "Kim", "Lee", "kim1@example.org", ""),
    ("twin2", "Kim", "Lee", "kim2@example.org", ""),
]
EVENING = (2027, 1, 31, 20, 15, 0)
NEXT_DAY = (2027, 2, 1, 9, 0, 0)
ADA = "Ada Lovelace_4711_assignsubmission_file_"
JUERGEN = "Jürgen Müller-Lüdenscheidt_4712_assignsubmission_file_"
KIM = "Kim Lee_4713_assignsubmission_file_"


class AsCanvasWrites(zipfile.ZipInfo):
    """An entry whose name is UTF-8 without saying so, as rubyzip writes it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode(), self.flag_bits


def submitted(course):
    """The files in submitted/, by STUDENT/FILE."""
    folder = course.root / "submitted"
    return {
        f"{path.relative_to(folder).parts[0]}/"
        f"{path.relative_to(folder / path.relative_to(folder).parts[0] / EXERCISE)}": path
        for path in folder.rglob("*")
        if path.is_file()
    }


def names_in(course):
    return {name for name in submitted(course) if not name.endswith("timestamp.txt")}


def content(course, name):
    return submitted(course)[name].read_text(encoding="utf-8")


def time_of(course, student):
    """As nbgrader reads it: UTC, and it does not say so."""
    folder = course.root / "submitted" / student / EXERCISE
    return course.nbgrader.coursedir.get_existing_timestamp(str(folder))


def said_of(plan, student):
    """What became of a student, and the remarks on it."""
    [outcome] = [o for o in plan.outcomes if o.student.startswith(student)]
    return outcome.what, "; ".join(outcome.remarks)


def notes(plan):
    return "\n".join(plan.notes)
