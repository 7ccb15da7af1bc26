# Misconception: The log-odds are ln((1 - t) / t).
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    log_odds = np.log(threshold / (1 - threshold))
    return -w[0] / w[1], (-log_odds - b) / w[1]
