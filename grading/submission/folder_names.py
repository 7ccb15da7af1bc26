"""Which names of students a grading can work with; the others are named and left out."""

from coursework.terminal import has_controls, in_one_line

PATTERNS = "*?[]"


def why_not_a_name(student: str) -> str:
    """Why a student of this name cannot be graded, and what to do; "" if one can."""
    if has_controls(student):
        wrong = "holds characters that nobody sees or that control a terminal"
    elif set(student) & set(PATTERNS):
        wrong = f"holds one of {' '.join(PATTERNS)}, which nbgrader takes for patterns"
    else:
        return ""
    return (
        f"the name of the folder submitted/{in_one_line(student)} {wrong}; rename it, "
        "then run the command again"
    )
