"""Commands of `grading` as a person types them, and lines of settings."""

from click.testing import CliRunner

from grading.cli import main
from grading.course import Course


def set_in(course: Course, line: str) -> Course:
    """The course with one line more in its settings."""
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as settings:
        settings.write(f"{line}\n")
    return Course(course.root)


def type_in(course: Course, *words: str, fails: bool = False) -> str:
    """What a command of `grading` says."""
    done = CliRunner().invoke(
        main, ["--course", str(course.root), *words], catch_exceptions=False
    )
    assert (done.exit_code != 0) is fails, done.output
    return " ".join(done.output.split())
