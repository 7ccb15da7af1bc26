"""The command `grading`: also while it is still being loaded, Ctrl-C ends in a sentence."""

import os
import signal


def stop(*_) -> None:
    os.write(2, b"Stopped; nothing had begun.\n")
    os._exit(130)


def main() -> None:
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:  # and not ignored, as in the background
        signal.signal(signal.SIGINT, stop)
    from grading.cli import main as commands

    signal.signal(signal.SIGINT, before)
    try:
        commands(prog_name="grading")
    finally:  # what is left to do is Python's own
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    main()
