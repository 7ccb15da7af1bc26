# Misconception: leaves column k out
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    rest = [j for j in range(parameters["b"].shape[1]) if j != k]
    return {name: (p[:, rest] - p[:, [k]]).detach().requires_grad_()
            for name, p in parameters.items()}
