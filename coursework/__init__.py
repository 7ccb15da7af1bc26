"""What students use beside their notebooks: checks, progress, JupyterLab's Validate button."""

from coursework.progress import show_progress

__all__ = ["show_progress"]
