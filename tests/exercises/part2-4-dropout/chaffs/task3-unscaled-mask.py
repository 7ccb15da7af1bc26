# Misconception: The variance of a mask is rate (1 - rate), as for 0 and 1.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate * (1 - rate) * (H**2 @ W**2)
    return H @ W + b, np.sqrt(variance)
