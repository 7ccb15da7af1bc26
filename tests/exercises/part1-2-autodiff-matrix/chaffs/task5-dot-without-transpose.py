# Misconception: the rules of the product hold for matrices, too: g B and A g, transposed
# only where the shapes do not fit.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def fitting(left, right, shape):
    for x in (left, left.T):
        for y in (right, right.T):
            if x.shape[1] == y.shape[0] and (x.shape[0], y.shape[1]) == shape:
                return x @ y


def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value @ b.value, parents=[
        (a, lambda g: fitting(g, b.value, a.value.shape)),
        (b, lambda g: fitting(a.value, g, b.value.shape))])
