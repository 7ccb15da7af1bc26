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
