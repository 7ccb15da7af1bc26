# Misconception: The boundary is where the logit is the threshold.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    return -w[0] / w[1], (threshold - 0.5 - b) / w[1]
