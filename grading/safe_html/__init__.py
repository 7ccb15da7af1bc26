"""What a submission says, as HTML that is safe: for the formgrader and for feedback."""

from grading.safe_html.filters import (
    FILTERS,
    markdown_without_scripts,
    missing_pictures,
    text_as_html,
)

__all__ = ["FILTERS", "markdown_without_scripts", "missing_pictures", "text_as_html"]
