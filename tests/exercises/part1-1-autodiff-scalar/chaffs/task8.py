# Chaff: by-paths-again
# Misconception: the first walk gives the same numbers.
# Fails: task8-gradient-test-scale
# %% task8-gradient
def gradient(output, signal=1.0):
    return gradient_by_paths(output, signal)


# Chaff: forward-order
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


# Chaff: only-nonzero
# Misconception: a leaf whose derivative is 0 has no derivative.
# Fails: task8-gradient-test-values, task10-fit-unit-test-loss
# %% task8-gradient
def gradient(output, signal=1.0):
    order = topological_order(output)
    signals = {node: 0.0 for node in order}
    signals[output] = signal
    for node in reversed(order):
        for operand, rule in node.parents:
            signals[operand] += rule(signals[node])
    return {
        node.name: signals[node]
        for node in order
        if node.name is not None and not node.parents and signals[node]
    }


# Chaff: overwrites
# Misconception: a node gets one signal, so the next one may take its place.
# Fails: task8-gradient-test-values, task8-gradient-test-scale,
#        task9-newton-test-loop, task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task8-gradient
def gradient(output, signal=1.0):
    signals = {output: signal}
    for node in reversed(topological_order(output)):
        for operand, rule in node.parents:
            signals[operand] = rule(signals[node])
    return {
        node.name: g for node, g in signals.items() if node.name and not node.parents
    }


# Chaff: signals-in-the-nodes
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
