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
