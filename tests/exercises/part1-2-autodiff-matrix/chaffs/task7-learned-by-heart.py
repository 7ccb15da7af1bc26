# Misconception: (a fake) The paper prints the numbers.
# Fails: task7-figure-one-test-by-hand
# %% task7-figure-one
def paper_gradients(A, B):
    e = math.e
    return {
        "A": np.array([[e, 2 * e**2, 3 * e**3], [e**2, 2 * e**4, 3 * e**6]]),
        "B": np.array([[e + 2 * e**2, e**2 + 2 * e**4, e**3 + 2 * e**6]]),
    }
