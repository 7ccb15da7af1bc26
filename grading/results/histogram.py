"""A histogram of marks as SVG that stands inside a page, with words for who cannot see it."""

import io
import re
from collections import Counter

import matplotlib as mpl
import numpy as np
from markupsafe import Markup
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from matplotlib.typing import RcKeyType

from grading.results.summary import Distribution

MOST_BARS = 30
STYLE: dict[RcKeyType, object] = {
    "font.family": ["DejaVu Sans", "sans-serif"],
    "font.size": 11,
    "svg.fonttype": "none",  # text stays text
    "axes.spines.top": False,
    "axes.spines.right": False,
}
WITHOUT_METADATA = dict.fromkeys(["Creator", "Date", "Format", "Type"])
# A page with several figures would have each of these several times; nothing refers to them.
MATPLOTLIBS_NAMES = re.compile(r' id="[\w.]+_\d+"')


def bar_width(marks: Distribution) -> int:
    """How many points a bar stands for: the least that gives a readable number of bars."""
    return next(
        width
        for width in (1, 2, 5, 10, 20, 50, int(marks.max_points) + 1)
        if marks.max_points / width <= MOST_BARS
    )


def count_bars(marks: Distribution) -> list[tuple[int, int]]:
    """Where each bar begins, in points, and how many marks lie in it.

    The last one holds also what extra credit brings beyond the maximum.
    """
    width = bar_width(marks)
    last = int(marks.max_points // width)
    counts = Counter(min(int(mark // width), last) for mark in marks.marks)
    return [(number * width, counts[number]) for number in range(last + 1)]


def histogram(marks: Distribution, name: str) -> Markup:
    """How many marks there are for each number of points.

    No other figure of the page has the same `name`.
    """
    width = bar_width(marks)
    starts, counts = np.transpose(count_bars(marks))
    with mpl.rc_context(STYLE | {"svg.hashsalt": name}):
        figure = Figure(figsize=(4.8, 2.3), layout="constrained")
        axes = figure.subplots()
        # A bar for 10 to 14 points stands over 12, in the middle.
        axes.bar(starts + (width - 1) / 2, counts, 0.85 * width, color="#0072b2")
        axes.set_xlabel("points")
        axes.set_ylabel(marks.counted)
        axes.xaxis.set_major_locator(MaxNLocator(nbins=10, integer=True))
        axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
        axes.grid(axis="y", color="#cccccc")
        axes.set_axisbelow(True)
        axes.set_xlim(-0.6, starts[-1] + width - 0.4)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata=WITHOUT_METADATA)
    svg = file.getvalue()
    svg = MATPLOTLIBS_NAMES.sub("", svg[svg.index("<svg") :])
    label = Markup('<svg role="img" aria-label="{}" ').format(in_words(marks))
    return Markup(svg.replace("<svg ", label, 1))


def in_words(marks: Distribution) -> str:
    """The histogram for who cannot see it: each bar that is not empty."""
    width = bar_width(marks)
    bars = [
        f"{start}: {count}"
        if width == 1
        else f"{start} to {start + width - 1}: {count}"
        for start, count in count_bars(marks)
        if count
    ]
    return f"Histogram, points and number of {marks.counted}. {', '.join(bars)}."
