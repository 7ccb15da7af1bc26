"""dp: differentiable programming in a library that one can read in an evening.

Write a formula with nodes, and get its value and all its derivatives:

>>> import numpy as np
>>> from dp import Node
>>> a = Node(np.array([[1, 1, 1], [2, 2, 2]]), "A")
>>> b = Node(np.array([[1, 2, 3]]), "B")
>>> e = (a * b).exp().sum()
>>> gradients = e.grad(1)
>>> gradients["B"].round(2)
array([[ 17.5 , 116.59, 826.94]])

Where to read on, in this order:

* `dp.node`: `Node`, the graph that operators build, and `grad`, which walks it back;
* `dp.checking`: `check_grad` compares `grad` with finite differences.
"""

from dp.checking import check_grad
from dp.node import Node

__all__ = ["Node", "check_grad"]
__version__ = "1.0.0"
