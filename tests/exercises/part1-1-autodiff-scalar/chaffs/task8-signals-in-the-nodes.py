# Misconception: a signal can live in its node.
# Fails: task8-gradient-test-values, task8-gradient-test-scale
# %% task8-gradient
def gradient(output, signal=1.0):
    order = topological_order(output)
    output.signal = signal
    for node in reversed(order):
        for operand, rule in node.parents:
            operand.signal = getattr(operand, "signal", 0.0) + rule(node.signal)
    return {
        node.name: node.signal
        for node in order
        if node.name is not None and not node.parents
    }
