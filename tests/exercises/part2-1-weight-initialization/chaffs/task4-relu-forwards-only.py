# Misconception: ReLU takes half of the values, but none of the signal.
# Fails: task4-factors-test-pair, task4-predictions-test-backward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return kept * n_in * variance, n_out * variance
