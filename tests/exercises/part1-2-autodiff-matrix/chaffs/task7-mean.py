# Misconception: the output is the mean of D.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    c = a * b
    d = c.exp()
    return c, d, d.mean()
