# Misconception: Each layer shrinks the output's signal by its own factor.
# Fails: task6-bound-test-bounds
# %% task6-bound
def signal_bounds(factors, output_norm):
    return output_norm * np.append(factors[1:], 1.0)
