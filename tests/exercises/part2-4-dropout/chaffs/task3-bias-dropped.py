# Misconception: The bias is dropped with the rest.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    variance = rate / (1 - rate) * (H**2 @ W**2)
    return H @ W, np.sqrt(variance)
