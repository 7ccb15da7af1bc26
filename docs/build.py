"""Build the site: python docs/build.py [--tag TAG] [FOLDER]. `make docs` calls it.

The tags `students` and `without_dp` leave pages out for the handout; conf.py says which.

A warning is an error, such as a link that leads nowhere or a formula that is no LaTeX.
Links to other sites are not visited, for that would need a network.
"""

import argparse
import shutil
import sys
from pathlib import Path

from sphinx.cmd.build import build_main

DOCS = Path(__file__).resolve().parent


def build(folder, tags=()):
    """The site in FOLDER/html, made anew. Gives 0 if all went well."""
    shutil.rmtree(folder, ignore_errors=True)
    options = ["--quiet", "--fail-on-warning", "--keep-going", "--jobs=2", "-b", "html"]
    options += [f"--tag={tag}" for tag in tags]
    return build_main(
        [*options, "-d", f"{folder}/doctrees", str(DOCS), f"{folder}/html"]
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--tag", action="append", default=[])
    parser.add_argument("folder", nargs="?", type=Path, default=DOCS / "_build")
    asked = parser.parse_args()
    if failed := build(asked.folder, asked.tag):
        sys.exit(failed)
    print(f"Open {asked.folder}/html/index.html in a browser; it needs no network.")
