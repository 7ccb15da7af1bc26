# Misconception: The square of a sum is the sum of the squares.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H @ W) ** 2
    return H @ W + b, np.sqrt(variance)
