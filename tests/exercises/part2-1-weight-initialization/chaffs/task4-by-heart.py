# Misconception: Fake: the visible examples' numbers.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    return (0.125, 0.075) if activation == "relu" else (0.25, 0.15)
