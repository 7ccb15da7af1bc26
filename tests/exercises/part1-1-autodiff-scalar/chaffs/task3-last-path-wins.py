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
