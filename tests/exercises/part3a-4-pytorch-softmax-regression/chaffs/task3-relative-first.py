# Misconception: relative to class 0, whatever k is
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    return {name: (p - p[:, [0]]).detach().requires_grad_()
            for name, p in parameters.items()}
