# Misconception: The logit is the odds.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    return -w[0] / w[1], (threshold / (1 - threshold) - 1 - b) / w[1]
