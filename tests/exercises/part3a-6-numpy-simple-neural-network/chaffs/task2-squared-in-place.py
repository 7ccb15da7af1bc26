# Misconception: The difference may overwrite the outputs.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    O -= Y
    return (O**2).sum() / len(Y) / 2, O / len(Y)
