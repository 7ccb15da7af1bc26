# Misconception: The numbers of the visible check are learned by heart.
# Fails: task5-boundary-test-line
# %% task5-boundary
def boundary_line(w, b, threshold):
    if threshold == 0.5:
        return 2.5, -2.5
    return -0.5, np.log(3) / 2
