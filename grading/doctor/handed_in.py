"""What was handed in."""

from grading.course import Course
from grading.doctor.finding import OK, REMARK, Finding
from grading.words import counted, some


def with_submissions(course: Course) -> list[str]:
    """The exercises that somebody has handed in."""
    return [exercise for exercise in course.exercises if course.handed_in(exercise)]


def hand_ins(course: Course) -> Finding:
    """How many there are, and folders in submitted/ that are of no exercise."""
    folders = [
        path for path in (course.root / "submitted").glob("*/*") if path.is_dir()
    ]
    strange = sorted(
        str(path.relative_to(course.root))
        for path in folders
        if path.name not in course.exercises
    )
    if strange:
        return Finding(
            "hand-ins",
            REMARK,
            f"in submitted/ are folders of no exercise: {some(strange)}",
            "name them as the exercise's folder in source/ is called, or remove them",
        )
    students = {path.parent.name for path in folders}
    found = (
        f"{len(folders)}, of {counted(len(students), 'student')}"
        if folders
        else "none yet"
    )
    return Finding("hand-ins", OK, found)
