# Misconception: only arriving at a leaf is a visit.
# Fails: task6-visits-test-counts
# %% task6-visits
def count_visits(output):
    if not output.parents:
        return 1
    return sum(count_visits(operand) for operand, _ in output.parents)
