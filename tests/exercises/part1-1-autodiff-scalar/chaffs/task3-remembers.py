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
