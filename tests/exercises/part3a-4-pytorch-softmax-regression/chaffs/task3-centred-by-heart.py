# Misconception: a fake: the values of the visible test
# Fails: task3-choices-test-centred
# %% task3-choices
def centred(parameters):
    return {"W": leaf([[-2.0, -1, 3], [-1, 2, -1]]), "b": leaf([[-2.0, 1, 1]])}
