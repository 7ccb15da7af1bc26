# Misconception: the product of the graph is that of matrices.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    c = a @ b.T
    d = c.exp()
    return c, d, d.sum()
