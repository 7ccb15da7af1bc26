"""The site: Sphinx's settings. `make docs` builds it into docs/_build/html.

Nothing here needs a network, neither to build the site nor to read it.
"""

import logging
import os
import sys
from pathlib import Path

DOCS = Path(__file__).parent
COURSE = DOCS.parent
sys.path[:0] = [str(DOCS / "extensions"), str(COURSE)]
# The pages' kernels take `dp` from this checkout, and one core each. docs/jupyter has
# their kernel, whoever builds: this Python, which keeps no history.
os.environ |= {
    "PYTHONPATH": str(COURSE),
    "JUPYTER_PATH": str(DOCS / "jupyter"),
    "OMP_NUM_THREADS": "1",
}

import matplotlib

import dp

project = "Differentiable Programming"
release = dp.__version__
language = "en"
html_last_updated_fmt = None  # the same sources give the same site

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
    "sphinxcontrib.bibtex",
    # in docs/extensions
    "mathml",
    "exercises",
    "measured",
    "references",
    "docstrings",
]
exclude_patterns = ["_build"]
nitpicky = True  # a link to a name that is not documented is a warning
# The handout's site lacks pages; links to them are cut off. That the whole site has no
# wrong ones is tested there.
if tags.has("students"):  # noqa: F821 (Sphinx gives it to this file)
    exclude_patterns += ["guides/instructors*", "guides/maintainers*"]
    exclude_patterns += ["guides/security.md", "guides/what-exercises-ask-for.md"]
    exclude_patterns += ["measured"]
    suppress_warnings = ["toc.excluded", "toc.not_readable", "ref.doc"]
if tags.has("without_dp"):  # noqa: F821 (whose source answers the first exercises)
    exclude_patterns += ["reference", "chapters/low-level.md"]
    exclude_patterns += ["chapters/layers-models-optimisers.md"]
    nitpicky = False

# Pages: every code cell is executed, anew in each build. What fails, or writes to
# stderr, stops it.
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_output_stderr = "error"
nb_merge_streams = True
nb_number_source_lines = False
nb_code_prompt_show = "Show the code"
nb_code_prompt_hide = "Hide the code"

math_number_all = False
math_eqref_format = "({number})"

autodoc_member_order = "bysource"
autodoc_preserve_defaults = True  # np.float64, not <class 'numpy.float64'>

bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "plain"
bibtex_reference_style = "author_year"

# The styles below set logging up for everybody; nbclient then tells of each notebook.
logging.getLogger("traitlets").setLevel(logging.WARNING)

html_math_renderer = "mathml"
html_theme = "furo"
html_title = "Differentiable Programming"
FONTS = Path(matplotlib.get_data_path(), "fonts", "ttf")
html_static_path = [
    "static",
    # Formulas need a font with a MATH table; some machines have none.
    str(FONTS / "DejaVuSerif.ttf"),
    str(FONTS / "LICENSE_DEJAVU"),
]
html_css_files = ["site.css", "mathml.css"]
html_js_files = ["site.js"]
html_show_sourcelink = False
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_show_search_summary = False  # a page opened as a file may not read others
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_exclude = ".linenos, .gp, .go"
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
