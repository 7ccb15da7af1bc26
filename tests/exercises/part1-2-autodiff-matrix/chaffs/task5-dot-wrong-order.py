# Misconception: A B is differentiated like a * b, the signal always first.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value @ b.value, parents=[
        (a, lambda g: g @ b.value.T), (b, lambda g: (g @ a.value.T).T if g.shape[1] == a.value.shape[0] else a.value.T @ g)])
