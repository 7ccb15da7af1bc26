# Misconception: a node that was counted needs no second visit.
# Fails: task6-visits-test-counts
# %% task6-visits
def count_visits(output):
    seen, waiting = set(), [output]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += [operand for operand, _ in node.parents]
    return len(seen)
