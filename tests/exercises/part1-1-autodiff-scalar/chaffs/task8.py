# Chaff: by-paths-again
# Misconception: the first walk gives the same numbers.
# Fails: task8-gradient-test-scale
# %% task8-gradient
def gradient(output, signal=1.0):
    return gradient_by_paths(output, signal)


# Chaff: forward-order
# Misconception: the walk back starts at the leaves.
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
# Fails: task8-gradient-test-values, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
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


# Chaff: one-dictionary-handed-out
# Misconception: the last answer can be kept and handed out again.
# Fails: task8-gradient-test-values
# %% task8-gradient
answers = {}


def gradient(output, signal=1.0):
    if (output, signal) not in answers:
        order = topological_order(output)
        signals = {node: 0.0 for node in order}
        signals[output] = signal
        for node in reversed(order):
            for operand, rule in node.parents:
                signals[operand] += rule(signals[node])
        answers[output, signal] = {
            n.name: signals[n] for n in order if n.name is not None and not n.parents
        }
    return answers[output, signal]


# Chaff: zero-is-no-signal
# Misconception: a signal of 0 is none, so the default is meant.
# Fails: task8-gradient-test-values
# %% task8-gradient
def gradient(output, signal=None):
    if not signal:
        signal = 1.0
    order = topological_order(output)
    signals = {node: 0.0 for node in order}
    signals[output] = signal
    for node in reversed(order):
        for operand, rule in node.parents:
            signals[operand] += rule(signals[node])
    return {n.name: signals[n] for n in order if n.name is not None and not n.parents}


# Chaff: zeros-stop-there
# Misconception: a signal of 0 need not be passed on.
# Fails: task8-gradient-test-values
# %% task8-gradient
def gradient(output, signal=1.0):
    signals = {output: signal}
    result = {}
    for node in reversed(topological_order(output)):
        if node not in signals:
            continue
        g = signals[node]
        if not node.parents and node.name is not None:
            result[node.name] = g
        if g == 0:
            continue
        for operand, rule in node.parents:
            signals[operand] = signals.get(operand, 0.0) + rule(g)
    return result


# Chaff: raised-recursion-limit
# Misconception: recursion is fine once its limit is raised.
# Fails: task8-gradient-test-scale
# %% task8-gradient
def gradient(output, signal=1.0):
    sys.setrecursionlimit(10**6)
    order = topological_order(output)
    users = {node: [] for node in order}
    for node in order:
        for operand, rule in node.parents:
            users[operand].append((node, rule))
    known = {output: signal}

    def arriving(node):
        if node not in known:
            known[node] = sum(rule(arriving(user)) for user, rule in users[node])
        return known[node]

    return {n.name: arriving(n) for n in order if n.name is not None and not n.parents}


# Chaff: rounded
# Misconception: twelve digits after the point are enough.
# Fails: task8-gradient-test-values
# %% task8-gradient
def gradient(output, signal=1.0):
    order = topological_order(output)
    signals = {node: 0.0 for node in order}
    signals[output] = signal
    for node in reversed(order):
        for operand, rule in node.parents:
            signals[operand] += rule(signals[node])
    return {
        n.name: round(signals[n], 12)
        for n in order
        if n.name is not None and not n.parents
    }
