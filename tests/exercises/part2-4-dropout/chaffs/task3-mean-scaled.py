# Misconception: On average a share 1 - rate is left of the sum.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H**2 @ W**2)
    return (1 - rate) * (H @ W) + b, np.sqrt(variance)
