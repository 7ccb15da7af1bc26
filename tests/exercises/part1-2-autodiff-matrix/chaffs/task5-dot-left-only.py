# Misconception: the right operand of @ is data and gets no signal.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value @ b.value, parents=[(a, lambda g: g @ b.value.T)])
