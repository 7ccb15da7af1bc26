"""What `draw` shows, read from the figure: texts, arrows, frames, and their places."""

import subprocess
import sys
from itertools import combinations, pairwise

import matplotlib as mpl
import nbformat
import numpy as np
import pytest
from matplotlib import pyplot
from matplotlib.collections import PathCollection
from matplotlib.patches import FancyArrowPatch
from nbclient import NotebookClient

from dp import Node
from dp.drawing import draw
from dp.network import Model

mpl.use("Agg")
# How `-1 * x` is labeled is tested below, once.
TIMES_MINUS_1 = (-1 * Node(1.0, "x")).operation


class Network(Model):
    """The paper's network, with any sizes."""

    def __init__(self, *sizes):
        super().__init__(seed=0)
        self.hidden = [
            self.ReLu_Layer(n_in, n_out, f"h{i}")
            for i, (n_in, n_out) in enumerate(pairwise(sizes[:-1]), start=1)
        ]
        self.last = self.Linear_Layer(*sizes[-2:], f"h{len(sizes) - 1}")

    def forward(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.last(x).softmax()

    def loss(self, x, y):
        loss = -1 * (y * self.forward(x).log())
        return loss.sum()


class Picture:
    """A figure's boxes, arrows and frames. Says so if any of them are in the way."""

    def __init__(self, figure):
        (axes,) = figure.axes
        figure.canvas.draw()
        self.figure, self.axes = figure, axes
        self.kinds, self.boxes, size = {}, [], None
        for shape in axes.collections:
            if isinstance(shape, PathCollection):
                width = np.sqrt(shape.get_sizes()[0]) / 72
                outline = shape.get_paths()[0].get_extents()
                size = np.array([width, width * outline.height / outline.width])
                for x, y in shape.get_offsets():
                    self.kinds[round(x, 3), round(y, 3)] = shape.get_label()
        self.labels, self.titles = [], []
        for text in axes.texts:
            place = tuple(round(float(z), 3) for z in text.get_position())
            if place in self.kinds:
                self.boxes.append(
                    (np.array(place) - size / 2, np.array(place) + size / 2)
                )
                self.labels.append(text.get_text())
            else:
                self.titles.append(text)
        self.kind = {
            label: self.kinds[tuple(np.round((low + high) / 2, 3))]
            for label, (low, high) in zip(self.labels, self.boxes, strict=True)
        }
        # The route, without the head that Matplotlib puts on its end.
        self.routes = [
            patch._path_original.vertices
            for patch in axes.patches
            if isinstance(patch, FancyArrowPatch)
        ]
        self.arrows = sorted(
            (self.at(route[0]), self.at(route[-1])) for route in self.routes
        )
        self.check()

    def at(self, point):
        """The label of the box on whose edge a point is."""
        (label,) = [
            label
            for label, (low, high) in zip(self.labels, self.boxes, strict=True)
            if np.all(point > low - 1e-3)
            and np.all(point < high + 1e-3)
            and min(*abs(point - low), *abs(point - high)) < 1e-3
        ]
        return label

    def extent(self, artist):
        box = artist.get_window_extent().transformed(self.axes.transData.inverted())
        return box.min, box.max

    def check(self):
        assert len(self.boxes) == len(self.kinds)
        texts = [t for t in self.axes.texts if t not in self.titles]
        for (low, high), text in zip(self.boxes, texts, strict=True):
            a, b = self.extent(text)
            assert np.all(a > low) and np.all(b < high), f"{text} sticks out"
        titles = [self.extent(title) for title in self.titles]
        legend = self.extent(self.axes.get_legend())
        for one, other in combinations([*self.boxes, *titles, legend], 2):
            assert not overlap(one, other), f"{one} and {other} overlap"
        (left, right), (bottom, top) = self.axes.get_xlim(), self.axes.get_ylim()
        # One unit is an inch on both axes: else the boxes had other sizes.
        assert np.allclose(self.figure.get_size_inches(), (right - left, top - bottom))
        for low, high in [*self.boxes, *titles, legend, *map(corners, self.routes)]:
            assert np.all(low >= (left, bottom)) and np.all(high <= (right, top))
        for route in self.routes:
            assert np.all(np.diff(route[:, 1]) <= 1e-9), "an arrow goes up"
            for piece in pairwise(route):
                # Each piece is level or upright: its corners say what it covers.
                assert min(abs(piece[1] - piece[0])) < 1e-9
                for thing in [*self.boxes, *titles, legend]:
                    assert not overlap(corners(piece), thing), "an arrow crosses a box"

    def frames(self):
        """The labels in each frame, by the title beside it."""
        frames = {}
        for shape in self.axes.collections:
            if not isinstance(shape, PathCollection):
                a, b = corners(shape.get_paths()[0].vertices)
                (title,) = [
                    title.get_text()
                    for title in self.titles
                    if a[1] < title.get_position()[1] < b[1]
                ]
                frames[title] = [
                    label
                    for label, (low, high) in zip(self.labels, self.boxes, strict=True)
                    if np.all(low > a) and np.all(high < b)
                ]
                # All the others are outside, not across its border.
                inside = sum(overlap((a, b), box) for box in self.boxes)
                assert inside == len(frames[title])
        return frames


def corners(points):
    return np.min(points, axis=0), np.max(points, axis=0)


def overlap(one, other):
    (a, b), (c, d) = one, other
    return bool(np.all(np.array(a) < np.array(d) - 1e-3)) and bool(
        np.all(np.array(c) < np.array(b) - 1e-3)
    )


def figure_1():
    a = Node(np.array([[1, 1, 1], [2, 2, 2]]), "A")
    b = Node(np.array([[1, 2, 3]]), "B")
    c = a * b
    d = c.exp()
    return c, d, d.sum()


def test_figure_1_product_exp_sum():
    picture = Picture(draw(figure_1()[-1]))
    assert picture.kind == {
        "A\n2 × 3": "parameter",
        "B\n1 × 3": "parameter",
        "*\n2 × 3": "operation",
        "exp\n2 × 3": "operation",
        "sum\n1 × 1": "operation",
    }
    assert picture.arrows == [
        ("*\n2 × 3", "exp\n2 × 3"),
        ("A\n2 × 3", "*\n2 × 3"),
        ("B\n1 × 3", "*\n2 × 3"),
        ("exp\n2 × 3", "sum\n1 × 1"),
    ]
    assert picture.frames() == {}


def test_nodes_can_be_given_the_paper_s_names():
    c, d, e = figure_1()
    picture = Picture(draw(e, C=c, D=d, node=e))
    assert {"C = *\n2 × 3", "D = exp\n2 × 3", "node = sum\n1 × 1"} < set(picture.labels)


def test_figure_2_a_relu_layer():
    x = Node(np.ones((64, 784)))
    picture = Picture(draw(Network(784, 500, 10).hidden[0](x), X=x))
    assert picture.kind == {
        "X\n64 × 784": "data",
        "h1_W\n784 × 500": "parameter",
        "h1_b\n1 × 500": "parameter",
        "@\n64 × 500": "operation",
        "+\n64 × 500": "operation",
        "relu\n64 × 500": "operation",
    }
    assert picture.arrows == [
        ("+\n64 × 500", "relu\n64 × 500"),
        ("@\n64 × 500", "+\n64 × 500"),
        ("X\n64 × 784", "@\n64 × 500"),
        ("h1_W\n784 × 500", "@\n64 × 500"),
        ("h1_b\n1 × 500", "+\n64 × 500"),
    ]
    (frame,) = picture.frames().items()
    assert frame[0] == "layer h1"
    assert set(frame[1]) == set(picture.labels) - {"X\n64 × 784"}


def test_figure_4_cross_entropy():
    o, y = Node(np.full((64, 10), 0.1), "O"), Node(np.eye(64, 10))
    picture = Picture(draw((-1 * (y * o.log())).sum(), Y=y))
    minus = f"{TIMES_MINUS_1}\n64 × 10"
    assert sorted(picture.labels) == sorted(
        ["O\n64 × 10", "Y\n64 × 10", "log\n64 × 10", "*\n64 × 10", minus, "sum\n1 × 1"]
    )
    assert picture.kind["O\n64 × 10"] == "parameter"
    assert picture.kind["Y\n64 × 10"] == "data"
    assert picture.arrows == sorted(
        [
            ("O\n64 × 10", "log\n64 × 10"),
            ("Y\n64 × 10", "*\n64 × 10"),
            ("log\n64 × 10", "*\n64 × 10"),
            ("*\n64 × 10", minus),
            (minus, "sum\n1 × 1"),
        ]
    )


def test_figures_3_and_5_a_network_with_its_loss_on_one_page():
    x, y = Node(np.ones((64, 784))), Node(np.eye(64, 10))
    picture = Picture(draw(Network(784, 500, 200, 10).loss(x, y), X=x, Y=y))
    assert len(picture.boxes) == 21 and len(picture.arrows) == 20
    assert picture.frames() == {
        f"layer {name}": [
            f"{name}_W\n{n_in} × {n_out}",
            f"{name}_b\n1 × {n_out}",
            f"@\n64 × {n_out}",
            f"+\n64 × {n_out}",
            f"{activation}\n64 × {n_out}",
        ]
        for name, n_in, n_out, activation in (
            ("h1", 784, 500, "relu"),
            ("h2", 500, 200, "relu"),
            ("h3", 200, 10, "softmax"),
        )
    }
    width, height = picture.figure.get_size_inches()
    # A4, with margins. JupyterLab shows 100 dots per inch.
    assert width < 7.3 and height < 10.7
    assert {text.get_fontsize() for text in picture.axes.texts} == {9}


def test_kinds_differ_in_shape_and_in_color():
    shapes = [
        shape
        for shape in draw(Network(3, 2, 2).forward(Node([[1, 2, 3]])))
        .axes[0]
        .collections
        if isinstance(shape, PathCollection)
    ]
    assert [shape.get_label() for shape in shapes] == ["data", "parameter", "operation"]
    assert [len(shape.get_paths()[0].vertices) for shape in shapes] == [5, 7, 61]
    assert len({tuple(shape.get_facecolor()[0]) for shape in shapes}) == 3


def test_data_has_the_name_of_what_made_it_or_none():
    assert Picture(draw(Node([1, 2]))).kind == {"data\n1 × 2": "data"}
    assert Picture(draw(Node(3, "x"))).kind == {"x\n1 × 1": "parameter"}
    picture = Picture(draw(np.ones((2, 3)) * Node(3, "x") + Node(2).exp()))
    assert [kind for kind in picture.kind.values()].count("data") == 2
    assert picture.kind["exp\n1 × 1"] == picture.kind["data\n2 × 3"] == "data"


@pytest.mark.parametrize("leaf", [True, False])
def test_a_shared_node_is_one_box_with_two_arrows(leaf):
    x = Node(3.0, "x") if leaf else Node(3.0, "y").exp()
    picture = Picture(draw(x * x))
    ends = [arrow for arrow in picture.arrows if arrow[1] == "*\n1 × 1"]
    assert len(ends) == 2 and len(set(ends)) == 1
    one, other = picture.routes[-2:]
    # Seen as two: nowhere closer than the width of a head.
    assert min(np.max(abs(a - b)) for a in one for b in other) > 0.15


def test_operands_arrive_left_to_right():
    a, b = Node(1.0, "a"), Node(2.0, "b")
    later, first = a.exp(), b.log()
    picture = Picture(draw(first - later))
    ends = {
        picture.at(route[0]): route[-1][0]
        for route in picture.routes
        if picture.at(route[-1]) == "-\n1 × 1"
    }
    assert ends["log\n1 × 1"] < ends["exp\n1 × 1"]


def test_arrows_past_other_rows_go_around_the_boxes():
    # The checks are in Picture: a residual connection, a penalty, weights used twice.
    net, x = Network(4, 4, 4, 4), Node(np.ones((2, 4)))
    hidden = net.hidden[0](x)
    output = net.last(net.hidden[1](hidden) + hidden).sum()
    for layer in net.layers:
        output = output + 0.01 * layer.W.square().sum()
    picture = Picture(draw(output))
    assert ("relu\n2 × 4", "+\n2 × 4") in picture.arrows
    assert set(picture.frames()) == {"layer h1", "layer h2", "layer h3"}
    twice = Picture(draw(net.hidden[0](net.hidden[0](x))))
    assert [title.get_text() for title in twice.titles] == ["layer h1", "layer h1"]
    assert twice.labels.count("h1_W\n4 × 4") == 1
    assert twice.arrows.count(("h1_W\n4 × 4", "@\n2 × 4")) == 2


def test_a_tree_of_leaves():
    nodes = [Node(float(i), f"leaf{i}") for i in range(16)]
    while len(nodes) > 1:
        nodes = [a / b for a, b in zip(nodes[::2], nodes[1::2], strict=True)]
    picture = Picture(draw(nodes[0]))
    assert len(picture.boxes) == 31 and len(picture.arrows) == 30


def test_long_names_have_room():
    x, name = Node([[1.0]]), "encoder_of_images_12"
    layer = (x @ Node([[2.0]], f"{name}_W") + Node(1.0, f"{name}_b")).logistic()
    assert list(Picture(draw(layer)).frames()) == [f"layer {name}"]


def test_ten_layers_and_long_chains():
    x, y = Node(np.ones((5, 64))), Node(np.eye(5, 10))
    picture = Picture(draw(Network(*[64] * 10, 10).loss(x, y)))
    assert len(picture.frames()) == 10
    node = Node(1.0, "x")
    for _ in range(149):
        node = node.tanh()
    assert len(draw(node).axes[0].texts) == 150


def test_too_many_nodes_are_an_error_that_says_what_to_do():
    node = Node(0.0, "x")
    for _ in range(10_000):
        node = node + node
    with pytest.raises(ValueError, match="10001 nodes are too many.*draw an earlier"):
        draw(node)


def test_a_figure_is_closed_and_can_be_saved(tmp_path):
    figure = draw(figure_1()[-1])
    assert pyplot.get_fignums() == []
    figure.savefig(tmp_path / "e.png", dpi=72)
    figure.savefig(tmp_path / "e.pdf")
    assert (tmp_path / "e.pdf").stat().st_size > 1000


def test_a_notebook_shows_a_figure_once():
    build = "from dp import Node\nfrom dp.drawing import draw\nx = Node(2, 'x').exp()\n"
    sources = ("draw(x)", "figure = draw(x)", "for _ in range(2): display(draw(x))")
    cells = [nbformat.v4.new_code_cell(build + source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(
        notebook, kernel_name="python3", timeout=600, startup_timeout=600
    ).execute()
    shown = [
        ["image/png" in output.get("data", {}) for output in cell.outputs]
        for cell in notebook.cells
    ]
    assert shown == [[True], [], [True, True]]


def test_without_matplotlib_only_draw_fails_and_says_what_to_install():
    program = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "from dp import Node; from dp.drawing import draw\n"
        "draw(Node(1))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert "ImportError: draw needs Matplotlib: pip install matplotlib" in done.stderr
