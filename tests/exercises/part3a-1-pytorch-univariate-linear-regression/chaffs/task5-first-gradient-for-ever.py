# Misconception: The gradient of the start shows the way to the end.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    costs[0].backward()
    slope = theta.grad
    for _ in range(steps):
        with torch.no_grad():
            theta -= rate * slope
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()
