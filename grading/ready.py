"""Refusals: what is wrong with this machine or course is said before anything is changed."""

import importlib.util
import tempfile

from nbgrader.api import MissingEntry

from coursework.cells import is_test
from coursework.trouble import sentence_for
from grading.course import Course
from grading.errors import CourseError
from grading.execution.sandbox import check_sandbox, check_temporary_folder
from grading.execution.workers import Options, cores
from grading.gradebook import check_answers
from grading.imports import setup_imports
from grading.leftovers import remove_leftovers

# With more the jobs would take each other's time until honest cells run out of theirs.
MOST_JOBS_A_CORE = 4
BYTES_TO_TRY = 65536  # written to see whether a disk takes anything


def check_ready(course: Course, exercises: list[str], options: Options) -> None:
    """Refuse before anything is changed what could not be finished."""
    most = MOST_JOBS_A_CORE * cores()
    if options.jobs > most:
        raise CourseError(
            f"--jobs {options.jobs} is too many for this machine (cores: {cores()}): at most {most}, "
            f"and more than {cores()} rarely gain anything."
        )
    if not options.dask:
        if options.sandbox:
            check_sandbox()
        else:
            check_temporary_folder()
    remove_leftovers()
    for exercise in exercises:
        check_packages(course, exercise)


def check_exercises(course: Course, exercises: list[str]) -> None:
    """Refuse to grade exercises whose release, gradebook or folders are not in order."""
    for exercise in exercises:
        check_release(course, exercise)
        check_gradebook(course, exercise)
        check_answers(course, exercise)
    check_folders(course)


def check_release(course: Course, exercise: str) -> None:
    """Refuse an exercise without its release, which an answer is recognized by."""
    if not course.notebook_path("release", exercise).is_file():
        raise CourseError(
            f"release/{exercise} has no notebook, as after a generate_assignment that "
            f"nbgrader refused. Run: grading release {exercise}"
        )
    for step in ("source", "release"):
        try:
            course.read_notebook(step, exercise)
        except (OSError, ValueError, RecursionError) as error:
            raise CourseError(
                f"{step}/{exercise}/{exercise}.ipynb cannot be read ({error}), and no "
                f"submission can be graded without it. Put it right, then run: grading "
                f"release {exercise}"
            ) from None


def check_folders(course: Course) -> None:
    """Refuse to go on where nothing can be written, which is no submission's fault."""
    for name in ("autograded", "feedback"):
        folder = course.root / name
        try:
            folder.mkdir(exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(bytes(BYTES_TO_TRY))
        except OSError as error:
            raise CourseError(
                f"Nothing can be written into {folder}. {sentence_for(error) or error} What "
                "was graded so far is saved."
            ) from None


def check_packages(course: Course, exercise: str) -> None:
    """Refuse an exercise whose setup cell imports what is not installed."""
    missing = [
        name
        for name in setup_imports(course.read_notebook("source", exercise))
        if importlib.util.find_spec(name) is None
    ]
    if missing:
        raise CourseError(
            f"{exercise} needs {', '.join(missing)}, which is not installed here. "
            "Run: make frameworks"
        )


def check_gradebook(course: Course, exercise: str) -> None:
    """Refuse an exercise whose tests the gradebook does not know."""
    wanted = {
        cell.metadata.nbgrader.grade_id
        for cell in course.read_notebook("source", exercise).cells
        if is_test(cell)
    }
    with course.nbgrader.gradebook as gradebook:
        try:
            notebook = gradebook.find_notebook(exercise, exercise)
            known = {cell.name for cell in notebook.grade_cells}
        except MissingEntry:
            known = set()
    if not wanted <= known:
        missing = ", ".join(sorted(wanted - known)) if known else "the exercise"
        raise CourseError(
            f"{exercise}: the gradebook does not know {missing}. Enter it first: grading "
            f"enter {exercise}"
        )
