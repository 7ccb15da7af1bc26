# Misconception: detach makes a copy of the numbers.
# Fails: task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()
