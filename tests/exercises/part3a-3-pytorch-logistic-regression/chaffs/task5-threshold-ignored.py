# Misconception: The boundary is where the logit is 0.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    return -w[0] / w[1], -b / w[1]
