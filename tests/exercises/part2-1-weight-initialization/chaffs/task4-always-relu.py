# Misconception: Every layer has ReLU.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5
    return kept * n_in * variance, kept * n_out * variance
