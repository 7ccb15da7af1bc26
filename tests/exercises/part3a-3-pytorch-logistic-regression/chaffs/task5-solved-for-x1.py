# Misconception: The line gives x1 for x2.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    log_odds = np.log(threshold / (1 - threshold))
    return -w[1] / w[0], (log_odds - b) / w[0]
