# Misconception: ReLU halves the size, so the square becomes a quarter.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.25 if activation == "relu" else 1
    return kept * n_in * variance, kept * n_out * variance
