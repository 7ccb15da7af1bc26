# Misconception: the gradient for B is computed like that for A, one row for each of A's.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    D = np.exp(A * B)
    return {"A": D * B, "B": D * A}
