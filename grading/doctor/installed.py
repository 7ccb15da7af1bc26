"""What is installed: kernels, and the packages that the exercises import."""

import importlib.metadata
import importlib.util
import sys
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from grading.course import Course
from grading.doctor.finding import OK, REMARK, WRONG, Finding
from grading.doctor.handed_in import with_submissions
from grading.imports import setup_imports
from grading.words import some


def kernels(course: Course) -> Finding:
    """The kernel of `nbgrader validate` and of JupyterLab."""
    try:
        command = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except NoSuchKernel:
        found = "there is no kernel python3, which nbgrader validate and JupyterLab use"
        return Finding("kernels", WRONG, found, "install anew: make install")
    if not is_this_python(command):
        found = f"the kernel python3 is another Python, {command}"
        return Finding(
            "kernels",
            REMARK,
            f"{found}; grading does not use it, nbgrader validate and JupyterLab do",
            "remove it: jupyter kernelspec remove python3",
        )
    found = f"python3 is this environment's, with ipykernel {version('ipykernel')}"
    return Finding("kernels", OK, found)


def is_this_python(command: str) -> bool:
    """Does a kernel of this command run in this environment?"""
    if not Path(command).is_absolute():
        return command.startswith("python")  # Jupyter puts its own in its place
    return Path(command).parent == Path(sys.executable).parent


def version(package: str) -> str:
    return importlib.metadata.version(package)


def frameworks(course: Course) -> Finding:
    """The packages that the exercises' setup cells import."""
    missing: dict[str, list[str]] = {}
    for exercise in course.exercises:
        for name in setup_imports(course.read_notebook("source", exercise)):
            if importlib.util.find_spec(name) is None:
                missing.setdefault(name, []).append(exercise)
    if not missing:
        return Finding("frameworks", OK, "all that the exercises import are installed")
    needed = {exercise for names in missing.values() for exercise in names}
    urgent = sorted(needed & {*with_submissions(course)})
    found = f"not installed: {', '.join(sorted(missing))}; needed by " + (
        f"{some(urgent)}, which have hand-ins" if urgent else some(sorted(needed))
    )
    return Finding("frameworks", WRONG if urgent else REMARK, found, "make frameworks")
