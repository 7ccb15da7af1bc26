# Misconception: Half of the price, since the cost has a square.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": lam / 2},
            {"params": [linear.bias], "weight_decay": 0}]
