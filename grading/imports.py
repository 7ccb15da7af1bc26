"""What a notebook's cells import, and where that lies."""

import ast
import sys
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


def imports_of(notebook) -> set[str]:
    """The packages that any cell of a notebook imports."""
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return {name for source in code for name in imported_packages(source)}


def package_folders(name: str) -> list[Path]:
    """Where the modules of an installed package lie.

    As an isolated Python finds it: `python -m` would find a copy in the current folder first.
    """
    paths = [path for path in sys.path if Path(path).resolve() != Path.cwd()]
    found = (finder.find_spec(name, paths) for finder in sys.meta_path)
    spec = next(filter(None, found), None)
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError(f"There is no package {name} here.", name=name)
    return [Path(folder) for folder in spec.submodule_search_locations]
