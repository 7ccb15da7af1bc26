# Misconception: The variance is (1 - p) / p with p = rate, as in Srivastava's paper.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = (1 - rate) / rate * (H**2 @ W**2) if rate else 0 * (H @ W)
    return H @ W + b, np.sqrt(variance)
