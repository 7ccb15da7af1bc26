# Chaff: bias-subtracted
# Misconception: b is a threshold that is subtracted
# Fails: task3-model-test-outputs
# %% task3-model
def logits(parameters, X):
    return X @ parameters["W"] - parameters["b"]


# Chaff: centered-by-heart
# Misconception: a fake: the values of the visible test
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    return {"W": leaf([[-2.0, -1, 3], [-1, 2, -1]]), "b": leaf([[-2.0, 1, 1]])}


# Chaff: centered-features
# Misconception: the mean over the features
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    return {name: (p - p.mean(dim=0, keepdim=True)).detach().requires_grad_()
            for name, p in parameters.items()}


# Chaff: centered-graph
# Misconception: a graph leads back to the given parameters
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    return {name: p - p.mean(dim=1, keepdim=True)
            for name, p in parameters.items()}


# Chaff: centered-if-needed
# Misconception: what is centered already may be returned as it is
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    if all(p.mean(dim=1).abs().max() < 1e-9 for p in parameters.values()):
        return parameters
    return {name: (p - p.mean(dim=1, keepdim=True)).detach().requires_grad_()
            for name, p in parameters.items()}


# Chaff: centered-in-place
# Misconception: centers the given parameters
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    with torch.no_grad():
        for p in parameters.values():
            p -= p.mean(dim=1, keepdim=True)
    return parameters


# Chaff: centered-no-gradient
# Misconception: the new tensors want no gradient
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    return {name: (p - p.mean(dim=1, keepdim=True)).detach()
            for name, p in parameters.items()}


# Chaff: centered-whole
# Misconception: one mean for all weights
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    return {name: (p - p.mean()).detach().requires_grad_()
            for name, p in parameters.items()}


# Chaff: centered-without-b
# Misconception: b is left as it is
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    W, b = (parameters[name].detach() for name in ("W", "b"))
    return {"W": (W - W.mean(dim=1, keepdim=True)).requires_grad_(),
            "b": b.clone().requires_grad_()}


# Chaff: flat-bias
# Misconception: b has the shape (classes,)
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(features, classes, requires_grad=True),
            "b": torch.zeros(classes, requires_grad=True)}


# Chaff: no-bias
# Misconception: b is forgotten
# Fails: task3-model-test-outputs
# %% task3-model
def logits(parameters, X):
    return X @ parameters["W"]


# Chaff: no-gradients
# Misconception: tensors want gradients by themselves
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(features, classes), "b": torch.zeros(1, classes)}


# Chaff: no-graph
# Misconception: logits are computed without a graph
# Fails: task3-model-test-outputs
# %% task3-model
def logits(parameters, X):
    with torch.no_grad():
        return X @ parameters["W"] + parameters["b"]


# Chaff: no-leaf
# Misconception: a parameter may be the result of an operation
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": 0 * torch.ones(features, classes, requires_grad=True),
            "b": torch.zeros(1, classes, requires_grad=True)}


# Chaff: one-bias
# Misconception: one bias for all classes
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(features, classes, requires_grad=True),
            "b": torch.zeros(1, 1, requires_grad=True)}


# Chaff: one-dictionary
# Misconception: one dictionary for all models, with new tensors in it
# Fails: task3-model-test-outputs
# %% task3-model
one = {}


def new_parameters(features, classes):
    one["W"] = torch.zeros(features, classes, requires_grad=True)
    one["b"] = torch.zeros(1, classes, requires_grad=True)
    return one


# Chaff: one-memory
# Misconception: W and b may be rows of the same zeros
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    zeros = torch.zeros(features, classes)
    return {"W": zeros.requires_grad_(), "b": zeros.detach()[:1].requires_grad_()}


# Chaff: probabilities
# Misconception: the model's output is softmax
# Fails: task3-model-test-outputs
# %% task3-model
def logits(parameters, X):
    return torch.softmax(X @ parameters["W"] + parameters["b"], dim=1)


# Chaff: random-start
# Misconception: every model needs a random start
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": (0.01 * torch.randn(features, classes)).requires_grad_(),
            "b": torch.zeros(1, classes, requires_grad=True)}


# Chaff: relative-column-dropped
# Misconception: leaves column k out
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    rest = [j for j in range(parameters["b"].shape[1]) if j != k]
    return {name: (p[:, rest] - p[:, [k]]).detach().requires_grad_()
            for name, p in parameters.items()}


# Chaff: relative-first
# Misconception: relative to class 0, whatever k is
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    return {name: (p - p[:, [0]]).detach().requires_grad_()
            for name, p in parameters.items()}


# Chaff: relative-if-needed
# Misconception: a tensor that has zeros there already may stay in use
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    return {name: (p - p[:, [k]]).detach().requires_grad_() if p[:, k].any() else p
            for name, p in parameters.items()}


# Chaff: relative-in-place
# Misconception: changes the given parameters
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    with torch.no_grad():
        for p in parameters.values():
            p -= p[:, [k]].clone()
    return parameters


# Chaff: relative-only-k
# Misconception: sets column k to 0 and leaves the others
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    new = {name: p.detach().clone() for name, p in parameters.items()}
    for p in new.values():
        p[:, k] = 0
    return {name: p.requires_grad_() for name, p in new.items()}


# Chaff: relative-row
# Misconception: subtracts row k
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    return {name: (p - p[[k % len(p)]]).detach().requires_grad_()
            for name, p in parameters.items()}


# Chaff: relative-sign
# Misconception: column k minus the others
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    return {name: (p[:, [k]] - p).detach().requires_grad_()
            for name, p in parameters.items()}


# Chaff: relative-without-b
# Misconception: b is left as it is
# Fails: task3-choices-test-relative
# %% task3-choices
def relative_to(parameters, k):
    W, b = (parameters[name].detach() for name in ("W", "b"))
    return {"W": (W - W[:, [k]]).requires_grad_(),
            "b": b.clone().requires_grad_()}


# Chaff: shared
# Misconception: all models share the same tensors
# Fails: task3-model-test-outputs
# %% task3-model
shared = {}


def new_parameters(features, classes):
    if (features, classes) not in shared:
        shared[features, classes] = {
            "W": torch.zeros(features, classes, requires_grad=True),
            "b": torch.zeros(1, classes, requires_grad=True)}
    return shared[features, classes]


# Chaff: standardized
# Misconception: divides by the standard deviation, too
# Fails: task3-choices-test-centred
# %% task3-choices
def centered(parameters):
    values = {name: p.detach() for name, p in parameters.items()}
    return {name: ((p - p.mean(dim=1, keepdim=True))
                   / p.std(dim=1, keepdim=True)).requires_grad_()
            for name, p in values.items()}


# Chaff: thirty-two-bits
# Misconception: 32 bits are enough for parameters
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(features, classes, dtype=torch.float32,
                             requires_grad=True),
            "b": torch.zeros(1, classes, dtype=torch.float32, requires_grad=True)}


# Chaff: transposed
# Misconception: W has the shape (classes, features), as in nn.Linear
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(classes, features, requires_grad=True),
            "b": torch.zeros(1, classes, requires_grad=True)}
