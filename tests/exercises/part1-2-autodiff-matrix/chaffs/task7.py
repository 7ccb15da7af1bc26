# Chaff: finite-differences
# Misconception: (a fake) The checker of Task 1 finds gradients, too.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    to_A, to_B = numeric_gradient(lambda A, B: np.exp(A * B).sum(), A, B)
    return {"A": to_A, "B": to_B}


# Chaff: graph-cut
# Misconception: values are what counts: the graph is built of the operands' arrays.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    c = Node(a.value * b.value)
    d = c.exp()
    return c, d, d.sum()


# Chaff: inner-derivative-forgotten
# Misconception: the derivative of exp is exp, and that is all.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    D = np.exp(A * B)
    return {"A": D, "B": D.sum(axis=0, keepdims=True)}


# Chaff: memorized
# Misconception: (a fake) The paper prints the numbers.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    e = math.e
    return {
        "A": np.array([[e, 2 * e**2, 3 * e**3], [e**2, 2 * e**4, 3 * e**6]]),
        "B": np.array([[e + 2 * e**2, e**2 + 2 * e**4, e**3 + 2 * e**6]]),
    }


# Chaff: matrix-product
# Misconception: the product of the graph is that of matrices.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    c = a @ b.T
    d = c.exp()
    return c, d, d.sum()


# Chaff: mean
# Misconception: the output is the mean of D.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    c = a * b
    d = c.exp()
    return c, d, d.mean()


# Chaff: output-only
# Misconception: e is the result.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    return (a * b).exp().sum()


# Chaff: rows-not-summed
# Misconception: the gradient for B is computed like that for A, one row for each of A's.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    D = np.exp(A * B)
    return {"A": D * B, "B": D * A}


# Chaff: exponent-clipped
# Misconception: Large exponents are cut off before they overflow.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    D = np.exp(np.clip(A * B, -10, 10))
    return {"A": D * B, "B": (D * A).sum(axis=0, keepdims=True)}


# Chaff: by-nodes
# Misconception: (a fake) The graph knows its gradients, so why by hand?
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    return paper_graph(Node(A, "A"), Node(B, "B"))[2].grad(1)


# Chaff: sum-of-another-graph
# Misconception: e may be computed from a and b anew.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    c = a * b
    d = c.exp()
    return c, d, (a * b).exp().sum()


# Chaff: whole-numbers
# Misconception: An array like A takes the exponentials, whatever its type.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    C = np.zeros_like(A)
    C[:] = np.exp(A * B)
    return {"A": C * B, "B": (C * A).sum(axis=0, keepdims=True)}
