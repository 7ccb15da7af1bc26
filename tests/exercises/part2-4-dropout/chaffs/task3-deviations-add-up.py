# Misconception: Standard deviations add up.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    return H @ W + b, np.sqrt(rate / (1 - rate)) * (abs(H) @ abs(W))
