# Misconception: The last layer's factor does not count.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.append(np.cumprod(factors[-2::-1])[::-1], 1.0)
