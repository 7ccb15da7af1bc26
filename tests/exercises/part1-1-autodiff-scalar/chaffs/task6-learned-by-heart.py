# Misconception: the table in the check is all there is.
# Fails: task6-visits-test-counts
# %% task6-visits
def predicted_visits(rounds):
    return {0: 1, 1: 3, 2: 7, 5: 63}[rounds]
