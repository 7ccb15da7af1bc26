# Misconception: All parameters decay.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": linear.parameters(), "weight_decay": 2 * lam}]
