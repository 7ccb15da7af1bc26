# Misconception: sets gradients back once, before the epochs
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    optimizer.zero_grad()
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running
