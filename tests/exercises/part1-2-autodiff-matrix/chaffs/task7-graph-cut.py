# Misconception: values are what counts: the graph is built of the operands' arrays.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    c = Node(a.value * b.value)
    d = c.exp()
    return c, d, d.sum()
