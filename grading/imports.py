"""What a notebook's cells import, and where that lies."""

import ast
import importlib.util
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager


def setup_imports(notebook) -> list[str]:
    """The packages that the setup cell of an exercise imports."""
    for cell in notebook.cells:
        if cell.get("id") == "setup":
            return imported_packages(cell.source)
    return []


def imported_packages(source: str) -> list[str]:
    """The packages that a cell imports, by their top-level names."""
    names = set()
    for node in ast.walk(ast.parse(TransformerManager().transform_cell(source))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return sorted(names)


def package_folders(name: str) -> list[Path]:
    """Where the modules of an installed package lie."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError(f"There is no package {name} here.", name=name)
    return [Path(folder) for folder in spec.submodule_search_locations]
