# Misconception: The model is trained by its squared error.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        ((torch.sigmoid(model(x)) - y) ** 2).mean().backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses
