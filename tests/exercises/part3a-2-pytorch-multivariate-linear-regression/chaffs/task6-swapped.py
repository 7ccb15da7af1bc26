# Misconception: The bias decays, the weights are free.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.bias], "weight_decay": 2 * lam},
            {"params": [linear.weight], "weight_decay": 0}]
