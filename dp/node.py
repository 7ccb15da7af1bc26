"""The computational graph: `Node`, the operators that build it, `grad` that walks it.

Every operator does the same: it takes the operands' values, computes the result's value
and hands it to `record` with one rule per operand. A rule is the derivative in reverse
mode: of g, the signal that arrives at the result, it makes the signal for its operand,
the product of g and the local Jacobian. `grad` takes care of broadcasting. No rule
writes into an array, for signals may be shared; none refers to a node, only to values,
so that a graph without users is freed at once.
"""

import operator
from itertools import count

import numpy as np

from dp.messages import check_axis, check_output, describe, mismatch, no_numpy

# Every node takes the next number, after its operands took theirs: sorting by this
# number is a topological order.
creation = count()


class Node:
    """A matrix in a computational graph, together with how it was computed.

    `Node(value, name)` is a leaf: a number, a 1-d array (one row) or a 2-d array, copied
    unless it is 2-d, read-only and owns its data, so that nobody can write to it.
    `output.grad(1)` gives the gradients of the leaves that have a name; those without
    are data. float32 stays float32, other real numbers become float64.

    Operators and methods make all other nodes, from nodes, arrays and numbers on either
    side. Beside (n, m) they take (n, m), (1, m), (n, 1) and (1, 1), else it is a
    ValueError. Every value has two axes, (1, 1) for a number, and is read-only.

    TypeError: not real numbers, a node in a node, a name that is no text. ValueError:
    three axes, rows of different lengths. Source: the paper, "Basic (low-level) part".

    >>> x = Node([[1, 2, 3]], "x")
    >>> (2 * x + x**2).sum().grad(1)
    {'x': array([[4., 6., 8.]])}
    """

    # name: of leaves; operation: of results; parents: their operands, each with its rule;
    # requires_grad: is it a named leaf, or computed from one? order: number of creation
    __slots__ = ("name", "operation", "order", "parents", "requires_grad", "value")

    def __init__(self, value, name=None):
        if name is not None and not (isinstance(name, str) and name):
            raise TypeError(f"a node's name is a text, not {name!r}: Node(value, name)")
        self.value, self.name, self.operation = as_matrix(value), name, None
        self.value.setflags(write=False)
        self.parents, self.requires_grad = (), name is not None
        self.order = next(creation)

    def grad(self, seed=1):
        """The gradients of this node, which holds one number: a dict by leaf's name.

        Each named leaf in the graph has an entry of its shape and dtype, a new array.
        `seed` is the signal to start with: 1, while c gives c times the gradients.

        ValueError: more than one number, or two leaves of one name. FloatingPointError:
        the value is infinite or nan. Source: the paper, "Reverse mode automatic
        differentiation".
        """
        check_output(self)
        signals, leaf_signals = {self: np.full_like(self.value, float(seed))}, {}
        # When a node's turn comes, all its users have sent their signals: each node is
        # visited once, however many paths lead through it.
        for node in newest_first(self):
            signal = signals.pop(node)
            if node.name is not None:
                leaf_signals[node] = signal
            for operand, rule in node.parents:
                if not operand.requires_grad:
                    continue
                part = rule(signal)
                if part.shape != operand.value.shape:
                    part = unbroadcast(part, operand.value.shape)
                # Never `+=`: the array may be another node's signal, too.
                if operand in signals:
                    part = signals[operand] + part
                signals[operand] = part
        return gradients_by_name(leaf_signals)

    # --- Arithmetic -------------------------------------------------------------------

    def __add__(self, other):
        other, a, b = operands(self, "+", other)
        return record(a + b, "+", (self, lambda g: g), (other, lambda g: g))

    def __sub__(self, other):
        other, a, b = operands(self, "-", other)
        return record(a - b, "-", (self, lambda g: g), (other, lambda g: -g))

    def __mul__(self, other):
        other, a, b = operands(self, "*", other)
        return record(a * b, "*", (self, lambda g: g * b), (other, lambda g: g * a))

    def __truediv__(self, other):
        other, a, b = operands(self, "/", other)
        value = a / b
        return record(value, "/", (self, lambda g: g / b),
                      (other, lambda g: -g * value / b))

    def __pow__(self, other):
        other, a, b = operands(self, "**", other)
        value = a**b
        # The two exceptions keep 0 * inf, which is nan, out of x**0 and 0**y.
        return record(value, "**",
                      (self, lambda g: g * b * a ** np.where(b == 0, 1, b - 1)),
                      (other, lambda g: g * np.where(a == 0, 0, value * np.log(a))))

    def dot(self, other):
        """Matrix product, also `x @ y`: (n, k) and (k, m) give (n, m)."""
        other = as_node(other, self)
        a, b = self.value, other.value
        if a.shape[1] != b.shape[0]:
            raise mismatch(self, "@", other, "columns on the left = rows on the right")
        return record(a @ b, "@", (self, lambda g: g @ b.T), (other, lambda g: a.T @ g))

    def __neg__(self):
        return record(-self.value, "neg", (self, lambda g: -g))

    # A number or an array stands on the left: `2 - x` is Node(2) - x.
    def __rsub__(self, other):
        return as_node(other, self) - self

    def __rtruediv__(self, other):
        return as_node(other, self) / self

    def __rpow__(self, other):
        return as_node(other, self) ** self

    def __rmatmul__(self, other):
        return as_node(other, self).dot(self)

    __radd__, __rmul__, __matmul__ = __add__, __mul__, dot

    def maximum(self, other):
        """The larger of each two elements. Equal ones get half the signal each."""
        other, a, b = operands(self, "maximum", other)
        return record(np.maximum(a, b), "maximum",
                      (self, lambda g: g * np.heaviside(a - b, 0.5)),
                      (other, lambda g: g * np.heaviside(b - a, 0.5)))

    def minimum(self, other):
        """The smaller of each two elements. Equal ones get half the signal each."""
        other, a, b = operands(self, "minimum", other)
        return record(np.minimum(a, b), "minimum",
                      (self, lambda g: g * np.heaviside(b - a, 0.5)),
                      (other, lambda g: g * np.heaviside(a - b, 0.5)))

    # --- Functions of each element ----------------------------------------------------

    def exp(self):
        """e to the power of x."""
        value = np.exp(self.value)
        return record(value, "exp", (self, lambda g: g * value))

    def log(self):
        """Natural logarithm: -inf at 0, nan below, as in PyTorch, without a warning."""
        a = self.value
        return record(np.log(a), "log", (self, lambda g: g / a))

    def sqrt(self):
        """Square root: nan below 0. Its derivative at 0 is infinite."""
        value = np.sqrt(self.value)
        return record(value, "sqrt", (self, lambda g: g / (2 * value)))

    def square(self):
        """x * x."""
        a = self.value
        return record(a * a, "square", (self, lambda g: g * (2 * a)))

    def abs(self):
        """|x|, also `abs(x)`. Its derivative at 0 is taken to be 0."""
        a = self.value
        return record(np.abs(a), "abs", (self, lambda g: g * np.sign(a)))

    __abs__ = abs

    def sin(self):
        """Sine of x radians."""
        a = self.value
        return record(np.sin(a), "sin", (self, lambda g: g * np.cos(a)))

    def cos(self):
        """Cosine of x radians."""
        a = self.value
        return record(np.cos(a), "cos", (self, lambda g: -g * np.sin(a)))

    def tanh(self):
        """Hyperbolic tangent, between -1 and 1."""
        value = np.tanh(self.value)
        return record(value, "tanh", (self, lambda g: g * (1 - value * value)))

    def logistic(self):
        """1 / (1 + e**-x), between 0 and 1, for any x without overflow."""
        value = logistic(self.value)
        return record(value, "logistic", (self, lambda g: g * value * (1 - value)))

    def softplus(self):
        """log(1 + e**x), a smooth `relu`, for any x without overflow."""
        a = self.value
        return record(np.logaddexp(0, a), "softplus", (self, lambda g: g * logistic(a)))

    def relu(self):
        """The larger of x and 0. Its derivative at 0 is taken to be 0."""
        value = np.maximum(self.value, 0)
        return record(value, "relu", (self, lambda g: g * (value > 0)))

    def leaky_relu(self, slope=0.01):
        """x above 0, else `slope` (a number) * x. Its derivative at 0 is `slope`."""
        a, slope = self.value, float(slope)
        return record(np.where(a > 0, a, slope * a), "leaky_relu",
                      (self, lambda g: np.where(a > 0, g, slope * g)))

    # --- Over an axis: 0 gives (1, m), a row; 1 gives (n, 1), a column; None (1, 1) ---

    def sum(self, axis=None):
        """Sum of all elements, or of each column (axis 0), or of each row (axis 1).

        >>> Node([[1, 2], [3, 4]]).sum(axis=0).value
        array([[4., 6.]])
        """
        check_axis(axis)
        value, shape = self.value.sum(axis, keepdims=True), self.value.shape
        return record(value, "sum", (self, lambda g: np.full(shape, g)))

    def mean(self, axis=None):
        """Arithmetic mean, with the axes of `sum`."""
        total = self.sum(axis)
        return total / (self.value.size / total.value.size)

    def max(self, axis=None):
        """Largest element, with the axes of `sum`. Equal ones share its signal."""
        check_axis(axis)
        a, value = self.value, self.value.max(axis, keepdims=True)
        ties = (a == value).astype(a.dtype)
        return record(value, "max",
                      (self, lambda g: g * ties / ties.sum(axis, keepdims=True)))

    def softmax(self, axis=1):
        """e**x over the sum of e**x in each row (axis 1) or column (axis 0)."""
        value = np.exp(log_softmax(self.value, axis))
        return record(value, "softmax", (self, lambda g: value * (
            g - (g * value).sum(axis, keepdims=True))))

    def log_softmax(self, axis=1):
        """log(softmax(x)) for losses: finite where `x.softmax().log()` is not.

        >>> Node([[0, 1000]]).log_softmax().value
        array([[-1000.,     0.]])
        """
        value = log_softmax(self.value, axis)
        return record(value, "log_softmax", (
            self, lambda g: g - np.exp(value) * g.sum(axis, keepdims=True)))

    # --- Shapes -----------------------------------------------------------------------

    def transpose(self):
        """Rows become columns: (n, m) to (m, n), also `x.T`."""
        return record(self.value.T, "transpose", (self, lambda g: g.T))

    T = property(transpose)

    def reshape(self, *shape):
        """The same elements row by row, `x.reshape(rows, columns)`; one may be -1."""
        a = self.value
        try:
            rows, columns = shape if len(shape) > 1 else shape[0]  # or a pair of both
            value = a.reshape(rows, columns)
        except (IndexError, TypeError, ValueError):
            raise ValueError(f"reshape {shape} of {describe(self)}: give two numbers, "
                             f"rows and columns, with the product {a.size}") from None
        return record(value, "reshape", (self, lambda g: g.reshape(a.shape)))

    def __getitem__(self, index):
        """Some of the elements, with two axes as always; IndexError if there are none.

        `x[i]` is row i, (1, m); `x[:, j]` column j, (n, 1); `x[i, j]` is (1, 1).
        Slices, lists and masks of rows or columns do as in NumPy. Elements picked one
        by one, by two lists (`x[[0, 1], [2, 0]]`) or a mask of x's shape, are a column.
        What is picked twice gets both signals. `for row in x` gives the rows.

        >>> x = Node([[1, 2], [3, 4]], "x")
        >>> x[[0, 0, 1]].sum().grad(1)
        {'x': array([[2., 2.],
               [1., 1.]])}
        """
        shape, size = self.value.shape, self.value.size
        try:
            # The elements' numbers: a later change of a list in `index` does no harm.
            places = np.arange(size).reshape(shape)[index]
            if places.ndim > 2:
                raise IndexError("this has more than two axes")
        except (IndexError, TypeError, ValueError) as error:
            raise IndexError(f"no such elements in {describe(self)}: {error}") from None
        if places.ndim < 2:
            first = index[0] if isinstance(index, tuple) else index
            one_row = isinstance(first, int) or getattr(first, "shape", None) == ()
            places = places.reshape((1, -1) if one_row else (-1, 1))

        def rule(g):
            signal = np.zeros(size, g.dtype)
            np.add.at(signal, places.ravel(), g.ravel())
            return signal.reshape(shape)

        return record(self.value.take(places), "[]", (self, rule))

    shape = property(lambda self: self.value.shape, doc="(rows, columns).")
    dtype = property(lambda self: self.value.dtype, doc="float64 or float32.")

    def __len__(self):
        return len(self.value)

    def __repr__(self):
        label = f'"{self.name}"' if self.name else self.operation or "data"
        values = np.array2string(self.value, threshold=60)
        return f"Node {label}, shape {self.shape}, {self.dtype}\n{values}"

    # --- Python's and NumPy's own functions, which know no gradients ------------------

    def __array__(self, *args, **kwargs):
        raise TypeError(f"{describe(self)} is a node, no array, number or truth value: "
                        "use its methods (x.exp()), x.value, or x.value.item()")

    # Else `x * math.exp(x)` had a wrong gradient, and `if x:` asked for its length.
    __bool__ = __float__ = __lt__ = __le__ = __gt__ = __ge__ = __array__

    def __array_function__(self, function, types, args, kwargs):
        raise no_numpy(function, self)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        # NumPy asks here about `array * node`, and about np.exp(node).
        if ufunc in OPERATORS and method == "__call__" and not kwargs:
            return OPERATORS[ufunc](as_node(inputs[0], self), inputs[1])
        raise no_numpy(ufunc, self)


OPERATORS = {np.add: operator.add, np.subtract: operator.sub, np.power: operator.pow,
             np.multiply: operator.mul, np.divide: operator.truediv,
             np.matmul: operator.matmul}

# Beyond the range of floating-point numbers values become inf or nan, as in PyTorch,
# without NumPy's warnings: `grad` speaks up where it matters, at the output. This holds
# for all methods above; those named here only compare, pick or move numbers, or use others.
quiet = np.errstate(all="ignore")
without = {"__neg__", "__abs__", "abs", "relu", "max", "mean", "transpose", "reshape",
           "__getitem__", "__len__", "__repr__"}
for name, method in list(vars(Node).items()):
    if callable(method) and name not in without:
        setattr(Node, name, quiet(method))


# --- Building the graph ---------------------------------------------------------------
def record(value, operation, *parents):
    """The node of an operation, with its parents: pairs (operand, rule).

    If they lead to no named leaf, it is data and has none. Plain numbers, which have no
    order, are left out.
    """
    node = object.__new__(Node)  # without __init__, which checks what comes from outside
    value.setflags(write=False)
    node.value, node.operation, node.name = value, operation, None
    node.order = next(creation) if parents else None
    in_graph, node.requires_grad = [], False
    for operand, rule in parents:
        node.requires_grad = node.requires_grad or operand.requires_grad
        if operand.order is not None:
            in_graph.append((operand, rule))
    node.parents = in_graph if node.requires_grad else ()
    return node


def operands(first, operation, second):
    """`second` as a node, and both values, whose shapes fit."""
    second = as_node(second, first)
    a, b = first.value, second.value
    (n, m), (i, j) = a.shape, b.shape
    if (n != i and 1 not in (n, i)) or (m != j and 1 not in (m, j)):
        raise mismatch(first, operation, second, "equal sizes (or 1) per axis")
    return second, a, b


def as_node(value, like):
    """What stands beside the node `like` in a formula, as a node."""
    if isinstance(value, Node):
        return value
    if isinstance(value, (int, float)):  # no part of the graph
        return record(np.array(value, like.value.dtype, ndmin=2), None)
    node = record(as_matrix(value, like.value.dtype), None)
    node.order = next(creation)
    return node


def as_matrix(value, like=None):
    """A copy of `value` with two axes, float32 or float64.

    Beside a node of dtype `like`, whole numbers and single ones take that dtype. Of an
    array that nobody can write to no copy is made, if it is so already.
    """
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError("a node's rows must have the same length") from None
    if array.dtype.kind not in "biuf":
        raise TypeError(f"a node takes real numbers, not {type(value).__name__} "
                        f"(of {array.dtype}): convert it first")
    if array.ndim > 2:
        raise ValueError("a node takes a number, a row or a 2-d array, not the shape "
                         f"{array.shape}: reshape it to (rows, columns)")
    dtype = np.float32 if array.dtype.char == "f" else np.float64
    if like is not None and (array.dtype.kind != "f" or array.ndim == 0):
        dtype = like
    nobody_writes = array.flags.owndata and not array.flags.writeable
    if not (nobody_writes and array.ndim == 2 and array.dtype == dtype):
        array = np.array(array, dtype, ndmin=2)
    return array


# --- Walking the graph ----------------------------------------------------------------
def newest_first(output):
    """All nodes between named leaves and `output`, each before its operands."""
    found = [output] if output.requires_grad else []
    reached = set(found)
    for node in found:  # the list grows while it is read
        for operand, _ in node.parents:
            if operand.requires_grad and operand not in reached:
                reached.add(operand)
                found.append(operand)
    return sorted(found, key=operator.attrgetter("order"), reverse=True)


def unbroadcast(g, shape):
    """The signal for an operand of `shape` that was repeated along an axis of size 1.

    Every repetition had its share in the result, so their signals are summed up.
    """
    repeated = tuple(axis for axis in (0, 1) if shape[axis] == 1)
    return g.sum(repeated, keepdims=True)


def gradients_by_name(leaf_signals):
    """What `grad` returns, oldest leaf first. The arrays become the caller's own."""
    gradients, handed_out = {}, set()
    for leaf, signal in reversed(leaf_signals.items()):
        if leaf.name in gradients:
            raise ValueError(f'two different leaves have the name "{leaf.name}": give '
                             "each its own, or use the same node twice")
        # A rule may have passed on its own signal, or a view: then others hold it, too.
        shared = signal.base is not None or id(signal) in handed_out
        gradients[leaf.name] = signal.astype(leaf.value.dtype, copy=shared)
        handed_out.add(id(signal))
    return gradients


def logistic(x):
    """exp is only taken of numbers up to 0, and never overflows."""
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)


def log_softmax(x, axis):
    """Subtracting the maximum changes nothing, but exp never overflows."""
    check_axis(axis)
    x = x - x.max(axis, keepdims=True)
    return x - np.log(np.exp(x).sum(axis, keepdims=True))
