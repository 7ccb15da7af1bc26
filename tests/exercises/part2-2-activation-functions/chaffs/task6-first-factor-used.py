# Misconception: Each layer's own factor belongs to its bound.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.cumprod(factors[::-1])[::-1]
