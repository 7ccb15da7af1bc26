# Misconception: one mean for all weights
# Fails: task3-choices-test-centred
# %% task3-choices
def centred(parameters):
    return {name: (p - p.mean()).detach().requires_grad_()
            for name, p in parameters.items()}
