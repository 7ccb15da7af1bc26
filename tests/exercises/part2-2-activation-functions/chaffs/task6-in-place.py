# Misconception: An argument may be overwritten.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    factors[:-1] = factors[1:]
    factors[-1] = 1.0
    return output_norm * np.cumprod(factors[::-1])[::-1]
