# Misconception: b is left as it is
# Fails: task3-choices-test-centred
# %% task3-choices
def centred(parameters):
    W, b = (parameters[name].detach() for name in ("W", "b"))
    return {"W": (W - W.mean(dim=1, keepdim=True)).requires_grad_(),
            "b": b.clone().requires_grad_()}
