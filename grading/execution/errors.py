"""What can be wrong with the machine that executes, and no submission's fault."""

from grading.errors import CourseError


class SandboxError(CourseError):
    """The sandbox cannot be started on this machine."""


class KernelError(CourseError):
    """A kernel, or what reads from it, did not start."""
