# Misconception: The bound is a factor.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return np.cumprod(np.append(1.0, factors[:0:-1]))[::-1]
