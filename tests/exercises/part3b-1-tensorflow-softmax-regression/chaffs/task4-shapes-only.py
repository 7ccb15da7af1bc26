# Misconception: guesses from the shapes, without TensorFlow
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    return len({tuple(np.shape(x) for x in arguments) for arguments in calls})
