# Misconception: A group without weight_decay has none.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": 2 * lam},
            {"params": [linear.bias]}]
