# Misconception: The signal shrinks from the first layer to the last.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.cumprod(factors)
