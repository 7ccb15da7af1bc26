# Misconception: (a fake) The checker of Task 1 finds gradients, too.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    to_A, to_B = numeric_gradient(lambda A, B: np.exp(A * B).sum(), A, B)
    return {"A": to_A, "B": to_B}
