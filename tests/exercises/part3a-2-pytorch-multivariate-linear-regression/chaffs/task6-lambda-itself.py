# Misconception: weight_decay is lambda.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": lam},
            {"params": [linear.bias], "weight_decay": 0}]
