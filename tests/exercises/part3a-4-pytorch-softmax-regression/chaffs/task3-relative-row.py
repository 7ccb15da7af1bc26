# Misconception: subtracts row k
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    return {name: (p - p[[k % len(p)]]).detach().requires_grad_()
            for name, p in parameters.items()}
