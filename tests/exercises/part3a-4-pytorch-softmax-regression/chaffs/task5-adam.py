# Misconception: another optimiser will do
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running
