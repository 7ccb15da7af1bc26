# Misconception: divides by the standard deviation, too
# Fails: task3-choices-test-centred
# %% task3-choices
def centred(parameters):
    values = {name: p.detach() for name, p in parameters.items()}
    return {name: ((p - p.mean(dim=1, keepdim=True))
                   / p.std(dim=1, keepdim=True)).requires_grad_()
            for name, p in values.items()}
