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
