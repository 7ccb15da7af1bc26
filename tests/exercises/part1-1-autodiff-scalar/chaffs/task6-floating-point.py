# Misconception: a power of floating-point numbers is exact.
# Fails: task6-visits-test-counts
# %% task6-visits
def predicted_visits(rounds):
    return math.pow(2, rounds + 1) - 1
