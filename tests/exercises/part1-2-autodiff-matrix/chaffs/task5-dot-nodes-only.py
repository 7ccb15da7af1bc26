# Misconception: both operands of @ are nodes.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    return Node(a.value @ b.value, parents=[
        (a, lambda g: g @ b.value.T), (b, lambda g: a.value.T @ g)])
