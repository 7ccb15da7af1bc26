# Misconception: the derivative of exp is exp, and that is all.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    D = np.exp(A * B)
    return {"A": D, "B": D.sum(axis=0, keepdims=True)}
