# Misconception: The model learns from all examples that there are.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(torch.cat([x, x_val])), torch.cat([y, y_val])).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses
