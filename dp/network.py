"""Neural networks: layers that own parameters, and models made of layers."""

import numpy as np

from dp.messages import describe
from dp.node import Node, quiet


class NeuralNode:
    """A layer of neurons: activation(x @ W + b), one example a row of x.

    Its parameters are two named leaves. The weights, `name_W` of shape (n_in, n_out),
    are drawn from a normal distribution of variance `gain` / n_in, so that signals keep
    their size: 2 before a ReLU (He et al. 2015, eq. 10), otherwise 1. The biases,
    `name_b` of shape (1, n_out), are 0. `activation` takes and gives a node.
    ValueError: a size below 1. Source: the paper's figure 2.

    >>> layer = NeuralNode(2, 3, "h1", activation=Node.relu, gain=2)
    >>> layer([[1.0, -1.0]]).shape, layer.W.name
    ((1, 3), 'h1_W')
    """

    @quiet
    def __init__(self, n_in, n_out, name, activation=None, gain=1, random=None,
                 dtype=np.float64):
        if not (n_in >= 1 and n_out >= 1):
            raise ValueError(f'layer "{name}" has {n_in} inputs and {n_out} outputs: '
                             "it needs at least 1 of each")
        random = random or np.random.default_rng()
        weights = random.normal(0, np.sqrt(gain / n_in), (n_in, n_out))
        self.name, self.activation = name, activation
        self.W = Node(weights.astype(dtype), f"{name}_W")
        self.b = Node(np.zeros((1, n_out), dtype), f"{name}_b")

    def __call__(self, x):
        """The output node, (n, n_out), for n examples: a node or array (n, n_in)."""
        output = x @ self.W + self.b
        return self.activation(output) if self.activation else output

    def __repr__(self):
        n_in, n_out = self.W.shape
        kind = self.activation.__name__ if self.activation else "linear"
        return f"{self.name}: {n_in} -> {n_out} {kind}, {n_in * n_out + n_out:,} parameters"


class Model:
    """A neural network: derive from it, make its layers, write `forward` and `loss`.

    Layers are registered when they are made, wherever they are then kept. `seed` fixes
    their first weights (None: new ones each time), `dtype` is that of all parameters.
    Source: the paper's section "Neural network library (high-level) part", figure 5.

    >>> class Line(Model):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.h1 = self.Linear_Layer(1, 1, "h1")
    ...     def forward(self, x):
    ...         return self.h1(Node(x))
    ...     def loss(self, x, y):
    ...         return (self.forward(x) - y).square().mean()
    >>> net = Line()
    >>> net.set_param({"h1_W": [[2.0]]})
    >>> net.get_grad([[3.0]], [[5.0]])
    ({'h1_W': array([[6.]]), 'h1_b': array([[2.]])}, 1.0)
    """

    def __init__(self, seed=None, dtype=np.float64):
        self.layers = []
        self.parameters = {}  # each parameter's name to its leaf
        self._random, self._dtype = np.random.default_rng(seed), dtype

    def Linear_Layer(self, n_in, n_out, name):
        """A new layer without activation; use any: `self.h1(x).tanh()`."""
        return self._add_layer(n_in, n_out, name)

    def ReLu_Layer(self, n_in, n_out, name):
        """A new layer with the activation `relu`."""
        return self._add_layer(n_in, n_out, name, activation=Node.relu, gain=2)

    def _add_layer(self, n_in, n_out, name, **kind):
        if not hasattr(self, "layers"):
            raise RuntimeError("call super().__init__() before you make the first layer")
        if any(layer.name == name for layer in self.layers):
            raise ValueError(f'two layers have the name "{name}": give each its own')
        layer = NeuralNode(n_in, n_out, name, **kind, random=self._random,
                           dtype=self._dtype)
        self.layers.append(layer)
        self.parameters |= {leaf.name: leaf for leaf in (layer.W, layer.b)}
        return layer

    def forward(self, x):
        """The network's output for examples x, (n, features): for you to write."""
        raise NotImplementedError(f"{type(self).__name__} needs a forward(self, x)")

    def loss(self, x, y):
        """The cost of the outputs for x, given the labels y, (1, 1): for you to write."""
        raise NotImplementedError(f"{type(self).__name__} needs a loss(self, x, y)")

    def get_grad(self, x, y):
        """`(grad, loss)`: each parameter's name to its gradient; the loss as a float.

        A parameter that the loss does not depend on has a gradient of zeros. TypeError:
        `loss` gives no node. Other errors are those of `Node.grad`.
        """
        loss = self.loss(x, y)
        if not isinstance(loss, Node):
            raise TypeError(f"loss of {type(self).__name__} gives {type(loss).__name__}, "
                            "not a node: compute with nodes all the way")
        found = loss.grad(1)
        grad = {name: found[name] if name in found else np.zeros_like(leaf.value)
                for name, leaf in self.parameters.items()}
        return grad, loss.value.item()

    def get_param(self):
        """A dict of each parameter's name to a copy of its value."""
        return {name: leaf.value.copy() for name, leaf in self.parameters.items()}

    @quiet
    def set_param(self, p):
        """Copy the arrays in the dict `p` into the parameters of those names.

        Parameters that are not in `p` stay as they are. KeyError: an unknown name.
        ValueError: another shape. After an error, none has changed.
        """
        new = {name: Node(array) for name, array in p.items()}
        for name, node in new.items():
            if name not in self.parameters:
                raise KeyError(f"no parameter has the name {name!r}, only "
                               + ", ".join(self.parameters))
            if node.shape != self.parameters[name].shape:
                raise ValueError(f"{describe(self.parameters[name])} cannot take an array "
                                 f"of shape {node.shape}")
        for name, node in new.items():
            # A new array: graphs that were built with the old one stay right.
            leaf = self.parameters[name]
            leaf.value = node.value.astype(leaf.dtype)
            leaf.value.setflags(write=False)

    def __repr__(self):
        count = sum(leaf.value.size for leaf in self.parameters.values())
        return "\n  ".join([f"{type(self).__name__}: {count:,} parameters",
                            *map(repr, self.layers)])
