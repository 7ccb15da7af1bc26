"""dp's docstrings, which are plain text with code in `backticks`, as reStructuredText.

What is a name of dp becomes a link. An optimizer's signature names its rule's constants.
"""

import inspect
import re

import dp


def setup(app):
    app.connect("autodoc-process-docstring", write_docstring)
    app.connect("autodoc-process-signature", write_signature)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_docstring(app, kind, name, thing, options, lines):
    for i, line in enumerate(lines):
        if not line.lstrip().startswith(">>>"):
            lines[i] = "".join(mark(part) for part in re.split(r"(`[^`]+`)", line))


def mark(part):
    if not part.startswith("`"):
        return re.sub(r"([*|\\])", r"\\\1", part)
    words = part.strip("`")
    first, *rest = words.split(".")
    is_public = first in dp.__all__ and (not rest or hasattr(getattr(dp, first), *rest))
    return f":py:obj:`~dp.{words}`" if is_public else f"``{words}``"


def write_signature(app, kind, name, thing, options, signature, returns):
    if not (inspect.isclass(thing) and issubclass(thing, dp.Optimizer)):
        return None
    constants = [f"{key}={value}" for key, value in thing.constants.items()]
    return signature.replace("**constants", ", ".join(constants)), returns
