"""Starting a command: also while it is still being loaded, Ctrl-C ends in a sentence."""

import importlib
import os
import signal


def stop(*_) -> None:
    os.write(2, b"Stopped; nothing had begun.\n")
    os._exit(130)


def start(name: str) -> None:
    """Run the command line of the package `name`, ``main`` in its module ``cli``."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:  # and not ignored, as in the background
        signal.signal(signal.SIGINT, stop)
    commands = importlib.import_module(f"{name}.cli")
    signal.signal(signal.SIGINT, before)
    try:
        commands.main(prog_name=name)
    finally:  # what is left to do is Python's own
        signal.signal(signal.SIGINT, signal.SIG_IGN)
