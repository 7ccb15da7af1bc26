# Misconception: the mean over the features
# Fails: task3-choices-test-centred
# %% task3-choices
def centred(parameters):
    return {name: (p - p.mean(dim=0, keepdim=True)).detach().requires_grad_()
            for name, p in parameters.items()}
