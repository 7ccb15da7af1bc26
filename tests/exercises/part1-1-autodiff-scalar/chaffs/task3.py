# Chaff: drops-zeros
# Misconception: a signal of 0 need not be passed on.
# Fails: task3-gradient-by-paths-test-leaves
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=1.0):
    if signal == 0:
        return {}
    if not output.parents:
        return {} if output.name is None else {output.name: signal}
    total = {}
    for operand, rule in output.parents:
        for name, part in gradient_by_paths(operand, rule(signal)).items():
            total[name] = total.get(name, 0.0) + part
    return total


# Chaff: last-path-wins
# Misconception: each leaf is reached once, so a dictionary's update puts parts together.
# Fails: task3-gradient-by-paths-test-paths
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=1.0):
    if not output.parents:
        return {} if output.name is None else {output.name: signal}
    total = {}
    for operand, rule in output.parents:
        total.update(gradient_by_paths(operand, rule(signal)))
    return total


# Chaff: one-dictionary-handed-out
# Misconception: the last answer can be kept and handed out again.
# Fails: task3-gradient-by-paths-test-leaves
# %% task3-gradient-by-paths
answers = {}


def gradient_by_paths(output, signal=1.0):
    if (output, signal) not in answers:
        total = {}
        if not output.parents and output.name is not None:
            total[output.name] = signal
        for operand, rule in output.parents:
            for name, part in gradient_by_paths(operand, rule(signal)).items():
                total[name] = total.get(name, 0.0) + part
        answers[output, signal] = total
    return answers[output, signal]


# Chaff: remembers
# Misconception: one dictionary for all calls, because a default is made anew each
# time.
# Fails: task3-gradient-by-paths-test-paths, task3-gradient-by-paths-test-leaves
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=1.0, total={}):
    if not output.parents and output.name is not None:
        total[output.name] = total.get(output.name, 0.0) + signal
    for operand, rule in output.parents:
        gradient_by_paths(operand, rule(signal), total)
    return total


# Chaff: unnamed-leaves
# Misconception: every leaf belongs into the result, also one without a name.
# Fails: task3-gradient-by-paths-test-leaves
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=1.0):
    if not output.parents:
        return {output.name: signal}
    total = {}
    for operand, rule in output.parents:
        for name, part in gradient_by_paths(operand, rule(signal)).items():
            total[name] = total.get(name, 0.0) + part
    return total


# Chaff: one-dictionary-cleared
# Misconception: a dictionary that is emptied first is as good as a new one.
# Fails: task3-gradient-by-paths-test-leaves
# %% task3-gradient-by-paths
found = {}


def gradient_by_paths(output, signal=1.0):
    found.clear()

    def walk(node, g):
        if not node.parents and node.name is not None:
            found[node.name] = found.get(node.name, 0.0) + g
        for operand, rule in node.parents:
            walk(operand, rule(g))

    walk(output, signal)
    return found


# Chaff: zero-is-no-signal
# Misconception: a signal of 0 is none, so the default is meant.
# Fails: task3-gradient-by-paths-test-leaves
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=None):
    if not signal:
        signal = 1.0
    total = {}

    def walk(node, g):
        if not node.parents and node.name is not None:
            total[node.name] = total.get(node.name, 0.0) + g
        for operand, rule in node.parents:
            walk(operand, rule(g))

    walk(output, signal)
    return total


# Chaff: tiny-is-zero
# Misconception: what is nearly 0 is 0.
# Fails: task3-gradient-by-paths-test-paths
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=1.0):
    if abs(signal) < 1e-9:
        signal = 0.0
    if not output.parents:
        return {} if output.name is None else {output.name: signal}
    total = {}
    for operand, rule in output.parents:
        for name, part in gradient_by_paths(operand, rule(signal)).items():
            total[name] = total.get(name, 0.0) + part
    return total


# Chaff: limited-signals
# Misconception: a large signal must be a mistake.
# Fails: task3-gradient-by-paths-test-paths
# %% task3-gradient-by-paths
def gradient_by_paths(output, signal=1.0):
    signal = max(-1e3, min(1e3, signal))
    if not output.parents:
        return {} if output.name is None else {output.name: signal}
    total = {}
    for operand, rule in output.parents:
        for name, part in gradient_by_paths(operand, rule(signal)).items():
            total[name] = total.get(name, 0.0) + part
    return total
