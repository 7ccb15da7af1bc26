# Misconception: n rounds make 2 ** n visits.
# Fails: task6-visits-test-counts
# %% task6-visits
def predicted_visits(rounds):
    return 2**rounds + 1
