# Misconception: e is the result.
# Fails: task7-figure-one-test-graph
# %% task7-figure-one
def paper_graph(a, b):
    return (a * b).exp().sum()
