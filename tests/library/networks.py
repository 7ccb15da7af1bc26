"""The networks that several test files train."""

from dp import Model, Node


class Network(Model):
    """The paper's network, as printed but for its typesetting, for any sizes."""

    def __init__(self, *sizes, **options):
        super().__init__(**options)
        self.h1 = self.ReLu_Layer(sizes[0], sizes[1], "h1")
        self.h2 = self.ReLu_Layer(sizes[1], sizes[2], "h2")
        self.h3 = self.Linear_Layer(sizes[2], sizes[3], "h3")

    def loss(self, x, y):
        if not type(y) == Node:  # noqa: SIM201 (as printed)
            y = Node(y)
        out = self.forward(x)
        loss = -1 * (y * out.log())
        return loss.sum()

    def forward(self, x):
        if not type(x) == Node:  # noqa: SIM201
            x = Node(x)
        out = self.h3(self.h2(self.h1(x))).softmax()
        return out


class Line(Model):
    """y = x w + b with a squared error: everything about it can be computed by hand."""

    def __init__(self, **options):
        super().__init__(**options)
        self.layer = self.Linear_Layer(2, 1, "line")

    def forward(self, x):
        return self.layer(Node(x))

    def loss(self, x, y):
        return (self.forward(x) - y).square().mean()
