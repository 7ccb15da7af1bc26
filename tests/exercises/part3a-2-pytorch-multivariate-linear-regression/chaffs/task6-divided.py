# Misconception: The price is shared by all weights.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": 2 * lam / linear.weight.numel()},
            {"params": [linear.bias], "weight_decay": 0}]
