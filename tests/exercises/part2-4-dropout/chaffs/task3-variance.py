# Misconception: The second moment is the variance.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H**2 @ W**2)
    return H @ W + b, variance
