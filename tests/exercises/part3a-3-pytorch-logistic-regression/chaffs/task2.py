# Chaff: absolute
# Misconception: An error is a distance.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return (torch.sigmoid(z) - y).abs().mean()


# Chaff: derivatives-clipped
# Misconception: Derivatives beyond 1000 are cut off to be safe.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z = torch.tensor(z, requires_grad=True)
    total = loss(z, torch.tensor(y)) * len(z)
    (first,) = torch.autograd.grad(total, z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return first.detach().numpy().clip(-1000, 1000), second.numpy().clip(-1000, 1000)


# Chaff: downhill
# Misconception: A slope is returned as the direction of descent.
# Fails: task2-derivatives-test-first
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(len(z) * loss(z, y), z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return -first.detach().numpy(), second.numpy()


# Chaff: error-without-graph
# Misconception: The probabilities are taken out of the graph.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((torch.sigmoid(z).detach() - y) ** 2).mean()


# Chaff: finite-differences
# Misconception: Wiggling is exact enough.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    def own(array):
        return np.array([loss(torch.tensor([a]), torch.tensor([b])).item()
                         for a, b in zip(array, y)])

    h = 1e-4
    up, here, down = own(z + h), own(z), own(z - h)
    return (up - down) / (2 * h), (up - 2 * here + down) / h**2


# Chaff: first-again
# Misconception: The second walk starts at the loss again.
# Fails: task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(len(z) * loss(z, y), z, create_graph=True)
    (second,) = torch.autograd.grad(len(z) * loss(z, y), z)
    return first.detach().numpy(), second.numpy()


# Chaff: formulas-by-heart
# Misconception: Every loss has the derivatives of the cross-entropy.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    o = torch.sigmoid(z).detach()
    return (o - y).numpy(), (o * (1 - o)).numpy()


# Chaff: half
# Misconception: A squared error has a factor 1/2.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((torch.sigmoid(z) - y) ** 2).mean() / 2


# Chaff: hessian-of-the-mean
# Misconception: The mean's Hessian holds each example's second derivative.
# Fails: task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    y = torch.tensor(y)
    z = torch.tensor(z)
    f = lambda a: loss(a, y)
    first = torch.autograd.functional.jacobian(f, z)
    second = torch.autograd.functional.hessian(f, z).diag()
    return first.numpy() * len(z), second.numpy()


# Chaff: logits-clipped
# Misconception: Logits beyond 20 are cut off to be safe.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z = torch.tensor(np.clip(z, -20, 20), requires_grad=True)
    total = loss(z, torch.tensor(y)) * len(z)
    (first,) = torch.autograd.grad(total, z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return first.detach().numpy(), second.numpy()


# Chaff: mean-forgotten
# Misconception: The gradient of a mean is each example's own derivative.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(loss(z, y), z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return first.detach().numpy(), second.numpy()


# Chaff: n-in-the-first-only
# Misconception: Only the first derivative is multiplied by n.
# Fails: task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(loss(z, y), z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return len(z) * first.detach().numpy(), second.numpy()


# Chaff: n-in-the-second-only
# Misconception: Only what is returned last is multiplied by n.
# Fails: task2-derivatives-test-first
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(loss(z, y), z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return first.detach().numpy(), len(z) * second.numpy()


# Chaff: n-twice
# Misconception: Each derivative is multiplied by n once more.
# Fails: task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(len(z) * loss(z, y), z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return first.detach().numpy(), len(z) * second.numpy()


# Chaff: no-second-graph
# Misconception: A gradient always has a graph of its own.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(len(z) * loss(z, y), z)
    (second,) = torch.autograd.grad(first.sum(), z)
    return first.numpy(), second.numpy()


# Chaff: no-sigma
# Misconception: The error is that of the logit.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((z - y) ** 2).mean()


# Chaff: root
# Misconception: The root of the mean square is the error.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((torch.sigmoid(z) - y) ** 2).mean().sqrt()


# Chaff: square-of-the-mean
# Misconception: The mean error is squared.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return (torch.sigmoid(z) - y).mean() ** 2


# Chaff: squared-slope
# Misconception: The second derivative is the square of the first.
# Fails: task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(len(z) * loss(z, y), z, create_graph=True)
    return first.detach().numpy(), first.detach().numpy() ** 2


# Chaff: summed
# Misconception: Squared errors are summed up.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((torch.sigmoid(z) - y) ** 2).sum()


# Chaff: tensors
# Misconception: Tensors are arrays.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(len(z) * loss(z, y), z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return first, second
