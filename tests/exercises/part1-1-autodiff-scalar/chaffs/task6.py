# Chaff: counts-leaves
# Misconception: only arriving at a leaf is a visit.
# Fails: task6-visits-test-counts
# %% task6-visits
def count_visits(output):
    if not output.parents:
        return 1
    return sum(count_visits(operand) for operand, _ in output.parents)


# Chaff: counts-nodes
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


# Chaff: floating-point
# Misconception: a power of floating-point numbers is exact.
# Fails: task6-visits-test-counts
# %% task6-visits
def predicted_visits(rounds):
    return math.pow(2, rounds + 1) - 1


# Chaff: forgets-the-leaf
# Misconception: n rounds make 2 ** n visits.
# Fails: task6-visits-test-counts
# %% task6-visits
def predicted_visits(rounds):
    return 2**rounds + 1


# Chaff: learned-by-heart
# Misconception: the table in the check is all there is.
# Fails: task6-visits-test-counts
# %% task6-visits
def predicted_visits(rounds):
    return {0: 1, 1: 3, 2: 7, 5: 63}[rounds]


# Chaff: constants-not-counted
# Misconception: a leaf without a name gives nothing, so it is not visited.
# Fails: task6-visits-test-counts
# %% task6-visits
def count_visits(output):
    if not output.parents and output.name is None:
        return 0
    return 1 + sum(count_visits(operand) for operand, _ in output.parents)


# Chaff: simulates
# Misconception: counting after building the graph is as good as a formula.
# Fails: task6-visits-test-counts
# %% task6-visits
def predicted_visits(rounds):
    y = Node(1.0, "x")
    for _ in range(rounds):
        y = Node(2 * y.value, parents=[(y, lambda g: g), (y, lambda g: g)])
    return count_visits(y)
