"""A limit on what drawing a text may take: nothing in a submission stops a page."""

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator


class OutOfTime(BaseException):
    """Not an Exception: a library that catches all of them must not swallow it."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise OutOfTime after this much processor time, where Python can (its main thread)."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, max(seconds, 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def stop(number: int, frame) -> None:
    raise OutOfTime


class Allowance:
    """The processor time left for the texts of one page, of which each may take a part."""

    def __init__(self, seconds: float, each: float):
        self.left, self.each = seconds, each

    def draw(self, function: Callable[[str], str], text: str, most: int) -> str | None:
        """What `function` makes of `text`; None if it fails, takes or makes too much."""
        begin = time.process_time()
        try:
            with at_most(min(self.left, self.each)):
                drawn = function(text)
            return drawn if len(drawn) <= most else None
        except (Exception, OutOfTime):  # noqa: BLE001 (whatever a library says to it)
            return None
        finally:
            self.left -= time.process_time() - begin
