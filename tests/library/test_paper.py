"""The programs that the paper prints, with the results that it prints or promises."""

import numpy as np
import pytest
from library.networks import Network
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from dp import SGD, Node


@pytest.fixture(scope="module")
def digits():
    x, labels = load_digits(return_X_y=True)
    return train_test_split(x / 16, np.eye(10)[labels], random_state=0)


def accuracy(net, x, y):
    return np.mean(net.forward(x).value.argmax(axis=1) == y.argmax(axis=1))


def test_figure_1():
    a = Node(np.array([[1, 1, 1], [2, 2, 2]]), "A")
    b = Node(np.array([[1, 2, 3]]), "B")
    c = a * b
    d = c.exp()
    e = d.sum()
    grads = e.grad(1)
    assert np.isclose(e.value.item(), 495.6088744753874, rtol=1e-12)
    printed = {
        "A": [[2.7, 14.78, 60.26], [7.39, 109.20, 1210.29]],
        "B": [[17.50, 116.59, 826.94]],
    }
    assert set(grads) == set(printed)
    for name, values in printed.items():
        np.testing.assert_allclose(grads[name], values, atol=0.02)
    exact = np.exp([[1, 2, 3], [2, 4, 6]])
    np.testing.assert_allclose(grads["A"], exact * [[1, 2, 3]], rtol=1e-12)
    np.testing.assert_allclose(grads["B"], [exact[0] + 2 * exact[1]], rtol=1e-12)


def test_training_with_default_arguments(digits, capsys):
    x_train, x_test, y_train, y_test = digits
    net = Network(64, 500, 200, 10, seed=0)
    optimizer = SGD(net, x_train, y_train)
    loss = optimizer.train(steps=1000, print_each=100)
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 10
    assert printed[-1].split() == ["step", "1000", "loss", f"{loss:.4f}"]
    assert accuracy(net, x_test, y_test) >= 0.95


def test_training_with_a_history(digits):
    x_train, _, y_train, _ = digits
    net = Network(64, 20, 20, 10, seed=0)
    start = net.get_param()
    optimizer = SGD(net, x_train, y_train)
    loss, loss_hist, para_hist = optimizer.train(steps=50, print_each=0, err_hist=True)
    assert len(loss_hist) == len(para_hist) == 50
    assert loss_hist[-1] == loss < loss_hist[0]
    for name in start:
        assert np.array_equal(para_hist[0][name], start[name])
        assert not np.array_equal(para_hist[1][name], start[name])


def test_a_training_loop_written_by_hand(digits):
    x, y = digits[0][:100], digits[2][:100]  # at this rate, a sum over more diverges
    net = Network(64, 50, 20, 10, seed=0)
    losses = []
    for _ in range(100):
        grad, loss = net.get_grad(x, y)
        losses.append(loss)
        param_current = net.get_param()
        param_new = {
            name: param_current[name] - 0.001 * grad[name] for name in param_current
        }
        net.set_param(param_new)
    assert losses[-1] < 0.25 * losses[0]
    assert accuracy(net, x, y) > 0.9
