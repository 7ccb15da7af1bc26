"""How an exercise's tests run: with the course's names, whatever a student's are called.

An exercise's setup cell makes ``course_check = Checks(globals())``. A test is a function below
``@course_check``, so that the names it binds end with it; it is called ``_``, and both are names
that no student takes for something else.
"""

import builtins
import contextlib
import sys
from collections.abc import Callable, Iterator
from types import FunctionType


class Checks:
    """Runs the tests of a notebook.

    A test sees first what locked cells have kept, then Python's own names, then those of the
    notebook: what a student calls ``close`` or ``sum`` changes no test. The student's functions
    see the notebook's names, as ever.
    """

    def __init__(self, notebook: dict):
        """`notebook`: the names of the notebook, its ``globals()``."""
        self.notebook = notebook
        # Where the setup cell runs again, what other cells have kept stays.
        before = notebook.get("course_check")
        self.kept: dict = before.kept if isinstance(before, Checks) else {}
        # The globals of tests and of kept functions: one dict, so that they see each other.
        self.names: dict = before.names if isinstance(before, Checks) else {}

    def keep(self, *names: str) -> None:
        """Keep what these names mean now, for the tests.

        Functions, and the methods of classes that the notebook defines, see what tests see.
        """
        for name in names:
            self.kept[name] = self.seen_from_tests(self.notebook[name])
        self.look()

    def __call__(self, test: Callable[[], None]):
        """Run a test at once, and say so if nothing is wrong.

        Returns what the notebook calls ``_``, the name that the test would take.
        """
        __tracebackhide__ = True  # IPython leaves this frame out
        self.look()
        self.seen_from_tests(test)()
        print("passed")
        return self.notebook.get("_")

    def look(self) -> None:
        """Look up the notebook's names anew: a student may have run a cell again."""
        self.names.clear()
        self.names.update(
            (name, value)
            for name, value in self.notebook.items()
            if name.startswith("__") or not hasattr(builtins, name)
        )
        self.names.update(self.kept)

    def seen_from_tests(self, thing):
        """`thing`, if it is the notebook's own code, with the names that tests see."""
        if isinstance(thing, FunctionType) and thing.__globals__ is self.notebook:
            moved = FunctionType(
                thing.__code__,
                self.names,
                thing.__name__,
                thing.__defaults__,
                thing.__closure__,
            )
            moved.__kwdefaults__ = thing.__kwdefaults__
            moved.__dict__.update(thing.__dict__)
            return moved
        if isinstance(thing, type) and thing.__module__ == self.notebook["__name__"]:
            for name, method in vars(thing).copy().items():
                if isinstance(method, FunctionType):
                    setattr(thing, name, self.seen_from_tests(method))
        return thing


@contextlib.contextmanager
def at_most(calls: int, what: str, hint: str = "does it end?") -> Iterator[None]:
    """Stop the code inside with an AssertionError after so many calls of functions.

    `what` it calls, for the sentence, and a `hint` at why it takes so many.
    """
    left, before = calls, sys.getprofile()

    def count(frame, event, argument):
        nonlocal left
        left -= event in ("call", "c_call")
        assert left > 0, f"{what} was stopped after {calls:,} calls: {hint}"

    sys.setprofile(count)
    try:
        yield
        # Somebody may have caught the error, after which nobody counts any more.
        assert left > 0, f"{what} was stopped after {calls:,} calls: {hint}"
    except RecursionError:
        raise AssertionError(
            f"{what} is recursive, or calls what is, too deeply"
        ) from None
    finally:
        sys.setprofile(before)
