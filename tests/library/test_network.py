"""Layers and models."""

import numpy as np
import pytest
from library.networks import Line, Network

from dp import SGD, Model, NeuralNode, Node


def test_parameters_have_the_papers_names_and_shapes():
    net = Network(8, 5, 4, 3)
    shapes = {name: value.shape for name, value in net.get_param().items()}
    assert shapes == {
        "h1_W": (8, 5), "h1_b": (1, 5), "h2_W": (5, 4), "h2_b": (1, 4),
        "h3_W": (4, 3), "h3_b": (1, 3),
    }  # fmt: skip
    assert [layer.name for layer in net.layers] == ["h1", "h2", "h3"]


def test_layers_compute_what_their_formula_says():
    net = Network(3, 4, 5, 2, seed=1)
    p = net.get_param()
    p = {name: value + 0.1 for name, value in p.items()}  # biases that are not 0
    net.set_param(p)
    x = np.array([[1.0, -2.0, 0.5], [0.0, 3.0, 1.0]])
    h = np.maximum(x @ p["h1_W"] + p["h1_b"], 0)
    h = np.maximum(h @ p["h2_W"] + p["h2_b"], 0)
    o = np.exp(h @ p["h3_W"] + p["h3_b"])
    o /= o.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(net.forward(x).value, o, rtol=1e-12)


@pytest.mark.parametrize(
    ("layer", "variance"), [("ReLu_Layer", 2), ("Linear_Layer", 1)]
)
def test_first_weights_keep_signals_their_size(layer, variance):
    net = Model(seed=3)
    weights = getattr(net, layer)(400, 300, "h1").W.value
    # The mean of n squared normal numbers has the standard error sqrt(2 / n).
    assert abs(400 * np.mean(weights**2) / variance - 1) < 4 * np.sqrt(2 / weights.size)
    assert abs(np.mean(weights)) < 4 * np.sqrt(variance / 400 / weights.size)
    assert not net.get_param()["h1_b"].any()


def test_the_seed_fixes_the_weights():
    same, again, other = (Line(seed=s).get_param()["line_W"] for s in (1, 1, 2))
    assert np.array_equal(same, again)
    assert not np.array_equal(same, other)
    assert not np.array_equal(
        Line().get_param()["line_W"], Line().get_param()["line_W"]
    )


def test_get_grad_against_the_closed_form():
    net = Line(seed=0)
    x = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.0]])
    y = np.array([[1.0], [2.0], [-1.0]])
    net.set_param({"line_b": [[0.5]]})
    p = net.get_param()
    error = x @ p["line_W"] + 0.5 - y
    grad, loss = net.get_grad(x, y)
    assert isinstance(loss, float)
    assert np.isclose(loss, np.mean(error**2), rtol=1e-12)
    np.testing.assert_allclose(grad["line_W"], 2 * x.T @ error / 3, rtol=1e-12)
    np.testing.assert_allclose(grad["line_b"], [[2 * error.mean()]], rtol=1e-12)


def test_layers_in_a_list_are_registered():
    class Deep(Model):
        def __init__(self):
            super().__init__(seed=0)
            self.hidden = [self.Linear_Layer(2, 2, f"h{i}") for i in range(3)]

        def forward(self, x):
            for layer in self.hidden:
                x = layer(x).tanh()
            return x

        def loss(self, x, y):
            return (self.forward(x) - y).square().sum()

    net = Deep()
    grad, _ = net.get_grad([[1.0, 2.0]], [[0.0, 1.0]])
    assert list(grad) == ["h0_W", "h0_b", "h1_W", "h1_b", "h2_W", "h2_b"]
    assert all(np.abs(g).max() > 0 for g in grad.values())


def test_a_parameter_without_influence_has_gradient_zero():
    net = Line(seed=0)
    net.Linear_Layer(4, 3, "unused")
    grad, _ = net.get_grad([[1.0, 2.0]], [[5.0]])
    assert grad["unused_W"].shape == (4, 3) and not grad["unused_W"].any()
    assert grad["line_W"].all()


def test_get_param_and_set_param_copy():
    net = Line(seed=0)
    first = net.get_param()
    first["line_W"][:] = 7
    assert not (net.get_param()["line_W"] == 7).any()
    new = np.array([[1.0], [2.0]])
    net.set_param({"line_W": new})
    new[:] = 9
    assert net.get_param()["line_W"].tolist() == [[1.0], [2.0]]


def test_parameters_are_read_only_but_for_their_owners():
    net = Line(seed=0)
    net.set_param({"line_W": [[1.0], [2.0]]})
    with pytest.raises(ValueError, match="read-only"):
        net.parameters["line_W"].value[0, 0] = 5.0
    SGD(net, [[1.0, 1.0]], [[0.0]]).train(1, 0)
    for leaf in net.parameters.values():
        with pytest.raises(ValueError, match="read-only"):
            leaf.value[0, 0] = 5.0


def test_the_smallest_layer_has_one_input_and_one_output():
    layer = NeuralNode(1, 1, "h1")
    assert layer([[3.0]]).value == 3.0 * layer.W.value


def test_a_graph_stays_right_when_parameters_are_set_afterwards():
    net = Line(seed=0)
    net.set_param({"line_W": [[1.0], [2.0]], "line_b": [[0.0]]})
    loss = net.loss([[1.0, 1.0]], [[0.0]])
    net.set_param({"line_W": [[100.0], [100.0]]})
    assert loss.grad(1)["line_W"].tolist() == [[6.0], [6.0]]


def test_float32_stays_float32():
    net = Network(4, 3, 3, 2, seed=0, dtype=np.float32)
    x, y = np.ones((2, 4), np.float32), np.eye(2, dtype=np.float32)
    assert net.loss(x, y).dtype == np.float32
    grad, _ = net.get_grad(x, y)
    assert {g.dtype for g in grad.values()} == {np.dtype(np.float32)}
    net.set_param({"h1_b": [[1.0, 2.0, 3.0]]})
    assert net.get_param()["h1_b"].dtype == np.float32


@pytest.mark.parametrize(
    ("p", "error", "words"),
    [
        ({"line_w": [[1.0]]}, KeyError, ["'line_w'", "line_W, line_b"]),
        ({"line_W": [[1.0, 2.0]]}, ValueError, ['"line_W" of shape (2, 1)', "(1, 2)"]),
        ({"line_b": [[3.0]], "line_W": "text"}, TypeError, ["real numbers"]),
    ],
)
def test_set_param_refuses_and_changes_nothing(p, error, words):
    net = Line(seed=0)
    before = net.get_param()
    with pytest.raises(error) as caught:
        net.set_param(p)
    for word in words:
        assert word in str(caught.value)
    for name, value in net.get_param().items():
        assert np.array_equal(value, before[name])


def test_layers_that_cannot_be():
    net = Line()
    with pytest.raises(ValueError, match='two layers have the name "line"'):
        net.ReLu_Layer(2, 2, "line")
    with pytest.raises(ValueError, match="0 inputs and 3 outputs"):
        net.Linear_Layer(0, 3, "empty")
    with pytest.raises(ValueError, match=r"@.*\(1, 3\).*\"line_W\".*\(2, 1\)"):
        net.forward([[1.0, 2.0, 3.0]])

    class Forgetful(Model):
        def __init__(self):
            self.h1 = self.Linear_Layer(1, 1, "h1")

    with pytest.raises(RuntimeError, match=r"super\(\).__init__\(\)"):
        Forgetful()


def test_what_is_not_written_is_named():
    class Empty(Model):
        pass

    with pytest.raises(NotImplementedError, match=r"Empty needs a forward\(self, x\)"):
        Empty().forward([[1.0]])
    with pytest.raises(NotImplementedError, match=r"Empty needs a loss\(self, x, y\)"):
        Empty().get_grad([[1.0]], [[1.0]])


def test_a_loss_that_is_no_node_or_no_number():
    class Wrong(Line):
        def loss(self, x, y):
            return self.forward(x).value.sum()

    with pytest.raises(TypeError, match="loss of Wrong gives float64, not a node"):
        Wrong().get_grad([[1.0, 2.0]], [[1.0]])

    class Vector(Line):
        def loss(self, x, y):
            return self.forward(x) - y

    with pytest.raises(ValueError, match=r"\(2, 1\).*\.sum\(\)"):
        Vector().get_grad([[1.0, 2.0], [3.0, 4.0]], [[1.0], [2.0]])


def test_a_model_shows_its_layers_and_counts():
    text = repr(Network(784, 500, 200, 10))
    assert text.splitlines()[0] == "Network: 494,710 parameters"
    assert "h1: 784 -> 500 relu, 392,500 parameters" in text
    assert "h3: 200 -> 10 linear, 2,010 parameters" in text


def test_a_layer_of_its_own():
    layer = NeuralNode(2, 1, "out", activation=Node.tanh)
    output = layer([[0.5, -0.5]])
    gradients = output.grad(1)
    w = layer.W.value
    value = np.tanh(0.5 * w[0, 0] - 0.5 * w[1, 0])
    assert np.isclose(output.value.item(), value)
    np.testing.assert_allclose(
        gradients["out_W"][:, 0], (1 - value**2) * np.array([0.5, -0.5])
    )
