# Misconception: centres the given parameters
# Fails: task3-choices-test-centred
# %% task3-choices
def centred(parameters):
    with torch.no_grad():
        for p in parameters.values():
            p -= p.mean(dim=1, keepdim=True)
    return parameters
