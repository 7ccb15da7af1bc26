# Misconception: a graph leads back to the given parameters
# Fails: task3-choices-test-centred
# %% task3-choices
def centred(parameters):
    return {name: p - p.mean(dim=1, keepdim=True)
            for name, p in parameters.items()}
