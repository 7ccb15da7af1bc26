# Chaff: bias-added
# Misconception: The bias keeps its sign on the other side.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    log_odds = np.log(threshold / (1 - threshold))
    return -w[0] / w[1], (log_odds + b) / w[1]


# Chaff: bias-divided
# Misconception: The bias is scaled like a weight.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w_raw = w / std
    return w_raw, (b - w @ mean) / std.mean()


# Chaff: bias-kept
# Misconception: The bias has nothing to do with the features.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    return w / std, b


# Chaff: in-place
# Misconception: The weights may be changed.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w /= std
    return w, b - w @ mean


# Chaff: line-by-heart
# Misconception: The numbers of the visible check are learned by heart.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    if threshold == 0.5:
        return 2.5, -2.5
    return -0.5, np.log(3) / 2


# Chaff: means-added
# Misconception: Undoing the subtraction adds the means.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w_raw = w / std
    return w_raw, b + w_raw @ mean


# Chaff: means-not-divided
# Misconception: The means meet the weights that were trained.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    return w / std, b - w @ mean


# Chaff: odds-upside-down
# Misconception: The log-odds are ln((1 - t) / t).
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    log_odds = np.log(threshold / (1 - threshold))
    return -w[0] / w[1], (-log_odds - b) / w[1]


# Chaff: odds-without-log
# Misconception: The logit is the odds.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    return -w[0] / w[1], (threshold / (1 - threshold) - 1 - b) / w[1]


# Chaff: parameters-by-heart
# Misconception: The numbers of the visible check are learned by heart.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    return np.array([0.5, -0.2]), -0.5


# Chaff: slope-sign
# Misconception: The slope is the quotient of the weights.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    log_odds = np.log(threshold / (1 - threshold))
    return w[0] / w[1], (log_odds - b) / w[1]


# Chaff: small-stds-raised
# Misconception: A small standard deviation is raised, so that nothing large comes out.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    std = np.maximum(std, 0.5)
    return w / std, b - np.sum(w * mean / std)


# Chaff: solved-for-x1
# Misconception: The line gives x1 for x2.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    log_odds = np.log(threshold / (1 - threshold))
    return -w[1] / w[0], (log_odds - b) / w[0]


# Chaff: threshold-as-logit
# Misconception: The boundary is where the logit is the threshold.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    return -w[0] / w[1], (threshold - 0.5 - b) / w[1]


# Chaff: threshold-clipped
# Misconception: Thresholds near 0 and 1 are cut off to be safe.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    t = np.clip(threshold, 0.005, 0.995)
    return -w[0] / w[1], (np.log(t / (1 - t)) - b) / w[1]


# Chaff: threshold-ignored
# Misconception: The boundary is where the logit is 0.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    return -w[0] / w[1], -b / w[1]


# Chaff: times-std
# Misconception: Undoing a division of the feature multiplies the weight.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w_raw = w * std
    return w_raw, b - w_raw @ mean


# Chaff: variance
# Misconception: Features were divided by their variance.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w_raw = w / std**2
    return w_raw, b - w_raw @ mean
