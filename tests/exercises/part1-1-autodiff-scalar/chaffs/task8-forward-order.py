# Misconception: the sweep starts at the leaves.
# Fails: task8-gradient-test-values, task8-gradient-test-scale,
#        task9-newton-test-loop, task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task8-gradient
def gradient(output, signal=1.0):
    order = topological_order(output)
    signals = {node: 0.0 for node in order}
    signals[output] = signal
    for node in order:
        for operand, rule in node.parents:
            signals[operand] += rule(signals[node])
    return {
        node.name: signals[node]
        for node in order
        if node.name is not None and not node.parents
    }
