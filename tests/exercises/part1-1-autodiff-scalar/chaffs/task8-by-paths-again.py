# Misconception: the first walk gives the same numbers.
# Fails: task8-gradient-test-scale
# %% task8-gradient
def gradient(output, signal=1.0):
    return gradient_by_paths(output, signal)
