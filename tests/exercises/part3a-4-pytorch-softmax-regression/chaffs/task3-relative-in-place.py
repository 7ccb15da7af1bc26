# Misconception: changes the given parameters
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    with torch.no_grad():
        for p in parameters.values():
            p -= p[:, [k]].clone()
    return parameters
