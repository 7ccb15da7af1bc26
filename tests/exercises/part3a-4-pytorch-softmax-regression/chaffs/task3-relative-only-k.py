# Misconception: sets column k to 0 and leaves the others
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    new = {name: p.detach().clone() for name, p in parameters.items()}
    for p in new.values():
        p[:, k] = 0
    return {name: p.requires_grad_() for name, p in new.items()}
