# Misconception: turning rows into columns is a matter of the shape.
# Fails: task5-matrices-test-transpose-sum
# %% task5-matrices
def transpose(a):
    return Node(a.value.T, parents=[(a, lambda g: g.reshape(a.value.shape))])
