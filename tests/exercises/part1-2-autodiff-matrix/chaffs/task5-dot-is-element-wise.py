# Misconception: @ is another sign for *.
# Fails: task5-matrices-test-dot
# %% task5-matrices
def dot(a, b):
    return multiply(a, b)
