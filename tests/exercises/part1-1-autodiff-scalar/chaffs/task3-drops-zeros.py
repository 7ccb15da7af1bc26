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
