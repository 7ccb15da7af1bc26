# Misconception: The first number belongs to the last layer.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.cumprod(np.append(1.0, factors[:0:-1]))
