# Misconception: the new tensors want no gradient
# Fails: task3-choices-test-centred
# %% task3-choices
def centred(parameters):
    return {name: (p - p.mean(dim=1, keepdim=True)).detach()
            for name, p in parameters.items()}
