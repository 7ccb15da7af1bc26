"""dp: differentiable programming in a library that one can read in an evening.

Write a formula with nodes, and get its value and all its derivatives:

>>> from dp import Node
>>> a = Node([[1, 1, 1], [2, 2, 2]], "A")
>>> b = Node([[1, 2, 3]], "B")
>>> e = (a * b).exp().sum()
>>> e.grad(1)["B"].round(2)
array([[ 17.5 , 116.59, 826.94]])

Read on in `dp.node`, `dp.checking`, `dp.network`, `dp.optimizers` and `dp.drawing`, in this
order. Each file begins by saying what it holds.
"""

from dp.checking import check_grad
from dp.drawing import draw
from dp.network import Model, NeuralNode
from dp.node import Node
from dp.optimizers import SGD, Adam, Optimizer, RMSProp, SGD_Momentum

__all__ = ["SGD", "Adam", "Model", "NeuralNode", "Node", "Optimizer", "RMSProp",
           "SGD_Momentum", "check_grad", "draw"]
__version__ = "1.0.0"
