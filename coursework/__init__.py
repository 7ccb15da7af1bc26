"""What students use beside their notebooks: checks, progress, JupyterLab's Validate button."""

__all__ = ["show_progress"]


def __getattr__(name: str):
    if name != "show_progress":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Not before it is asked for: the commands are to hear Ctrl-C as soon as they begin.
    from coursework.table import show_progress

    return show_progress
