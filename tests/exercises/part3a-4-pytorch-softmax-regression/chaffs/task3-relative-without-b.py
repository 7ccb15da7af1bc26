# Misconception: b is left as it is
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    W, b = (parameters[name].detach() for name in ("W", "b"))
    return {"W": (W - W[:, [k]]).requires_grad_(),
            "b": b.clone().requires_grad_()}
