"""What failed tests said, in the words of their authors."""

from collections.abc import Iterable

from nbformat.notebooknode import from_dict

from coursework.cells import is_test, last_error, sentence_of
from coursework.notebook_file import as_text


def sentences_in(cells: Iterable[dict]) -> dict[str, str]:
    """The first line of what each failed test said, by its ``grade_id``.

    `cells` are a graded notebook's as they stand in its file.
    """
    found = {}
    for raw in cells:
        outputs = raw.get("outputs", [])
        if any(output.get("output_type") == "error" for output in outputs):
            cell = from_dict(raw)
            error = last_error(cell)
            if is_test(cell) and error is not None:
                sentence = as_text(sentence_of(error)).partition("\n")[0]
                found[cell.metadata.nbgrader.grade_id] = sentence
    return found
