# Misconception: Fake: the number of the visible example.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": 6.0},
            {"params": [linear.bias], "weight_decay": 0}]
