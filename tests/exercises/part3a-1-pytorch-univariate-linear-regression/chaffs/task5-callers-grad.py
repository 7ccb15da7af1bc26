# Misconception: A leaf of the caller comes with an empty .grad, and may be trained in place
# if its numbers are restored.
# Fails: task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    start, wanted = theta.detach().clone(), theta.requires_grad
    theta.requires_grad_()
    thetas, costs = [start], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    with torch.no_grad():
        theta.copy_(start)
    theta.requires_grad_(wanted)
    return torch.stack(thetas), torch.stack(costs).detach()
