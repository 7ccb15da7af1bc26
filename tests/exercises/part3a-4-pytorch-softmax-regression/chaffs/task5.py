# Chaff: adam
# Misconception: another optimizer will do
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


# Chaff: column-bias
# Misconception: bias has b's shape (1, classes)
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    layer.weight = torch.nn.Parameter(parameters["W"].detach().T.clone())
    layer.bias = torch.nn.Parameter(parameters["b"].detach().clone())
    return layer


# Chaff: data-shuffled
# Misconception: the training set itself may be shuffled
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total, order = 0, torch.randperm(len(X), generator=generator)
        X[:], labels[:] = X[order], labels[order]
        for x, c in zip(X.split(batch_size), labels.split(batch_size)):
            optimizer.zero_grad()
            loss = F.cross_entropy(layer(x), c)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(c)
        running.append(total / len(X))
    return running


# Chaff: flags-changed
# Misconception: the given parameters need no gradients any more
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    W, b = (parameters[name].requires_grad_(False) for name in ("W", "b"))
    layer.weight.data.copy_(W.T)
    layer.bias.data.copy_(b[0])
    return layer


# Chaff: frozen
# Misconception: the layer's parameters want no gradients
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape).requires_grad_(False)
    layer.weight.copy_(parameters["W"].detach().T)
    layer.bias.copy_(parameters["b"].detach()[0])
    return layer


# Chaff: frozen-at-the-end
# Misconception: a layer that is trained needs no gradients
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = F.cross_entropy(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    layer.requires_grad_(False)
    return running


# Chaff: generator-unused
# Misconception: shuffle=True takes the generator by itself
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    data = torch.utils.data.TensorDataset(X, labels)
    loader = torch.utils.data.DataLoader(data, batch_size, shuffle=True)
    running = []
    for _ in range(epochs):
        total = 0
        for x, c in loader:
            optimizer.zero_grad()
            loss = F.cross_entropy(layer(x), c)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(c)
        running.append(total / len(X))
    return running


# Chaff: gradient-clipped
# Misconception: large gradients are cut off to be safe
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = F.cross_entropy(layer(X[batch]), labels[batch])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layer.parameters(), 5.0)
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: last-batch-counts-full
# Misconception: every batch has batch_size examples
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * batch_size
        running.append(total / len(X))
    return running


# Chaff: last-loss
# Misconception: the loss of the last batch
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(loss.item())
    return running


# Chaff: layer-by-heart
# Misconception: a fake: the values of the visible test
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(2, 3)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[1.0, 0], [2, -1], [4, 3]]))
        layer.bias.copy_(torch.tensor([10.0, 20, 30]))
    return layer


# Chaff: loss-after-the-epoch
# Misconception: the loss of the whole set after the epoch
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(mean_loss(layer(X), labels).item())
    return running


# Chaff: mean-of-batches
# Misconception: every batch counts the same
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item()
        running.append(total / -(-len(X) // batch_size))
    return running


# Chaff: momentum
# Misconception: SGD with momentum is SGD
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate, momentum=0.9)
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


# Chaff: never-set-back
# Misconception: the running sum goes on through all epochs
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running, total = [], 0
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: no-bias
# Misconception: a layer without a bias
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape, bias=False)
    with torch.no_grad():
        layer.weight.copy_(parameters["W"].T)
    return layer


# Chaff: no-step
# Misconception: backward changes the parameters
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: no-zero-grad
# Misconception: zero_grad is not needed
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
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


# Chaff: none-forgotten
# Misconception: there is always an old gradient to be set to zero
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            for p in layer.parameters():
                p.grad.zero_()
            loss = F.cross_entropy(layer(X[batch]), labels[batch])
            loss.backward()
            with torch.no_grad():
                for p in layer.parameters():
                    p -= rate * p.grad
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: not-transposed
# Misconception: weight has W's shape
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    layer.weight = torch.nn.Parameter(parameters["W"].detach().clone())
    layer.bias = torch.nn.Parameter(parameters["b"][0].detach().clone())
    return layer


# Chaff: one-layer
# Misconception: one layer for all models of this shape
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
layers = {}


def as_linear(parameters):
    shape = parameters["W"].shape
    layer = layers.setdefault(shape, torch.nn.Linear(*shape))
    with torch.no_grad():
        layer.weight.copy_(parameters["W"].T)
        layer.bias.copy_(parameters["b"][0])
    return layer


# Chaff: random-bias
# Misconception: the layer keeps its own random bias
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    with torch.no_grad():
        layer.weight.copy_(parameters["W"].T)
    return layer


# Chaff: reshaped
# Misconception: reshape is as good as a transpose
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    with torch.no_grad():
        layer.weight.copy_(parameters["W"].reshape(layer.weight.shape))
        layer.bias.copy_(parameters["b"][0])
    return layer


# Chaff: same-order
# Misconception: the batches are made once
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    parts = batches(len(X), batch_size, generator)
    for _ in range(epochs):
        total = 0
        for batch in parts:
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: seeded-once
# Misconception: the seed is set before the training, always the same
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    generator.manual_seed(0)
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = F.cross_entropy(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: shared-memory
# Misconception: layer and dictionary share their numbers
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    layer.weight.data = parameters["W"].data.T
    layer.bias.data = parameters["b"].data[0]
    return layer


# Chaff: softmax-inside
# Misconception: CrossEntropyLoss wants probabilities
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]).softmax(dim=1), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: stops-early
# Misconception: training ends when the running loss rises
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = F.cross_entropy(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
        if running[-1] > min(running):
            break
    return running


# Chaff: summed-loss
# Misconception: the gradient of the sum
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss(reduction="sum")
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item()
        running.append(total / len(X))
    return running


# Chaff: total
# Misconception: the sum over the examples
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            optimizer.zero_grad()
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total)
    return running


# Chaff: turned-order
# Misconception: the first order turned round is a new one
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    order = torch.randperm(len(X), generator=generator)
    running = []
    for _ in range(epochs):
        total, order = 0, order.flip(0)
        for batch in order.split(batch_size):
            optimizer.zero_grad()
            loss = F.cross_entropy(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: zero-before-the-step
# Misconception: sets gradients back just before the step
# Fails: task5-train-linear-test-training
# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    mean_loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    running = []
    for _ in range(epochs):
        total = 0
        for batch in batches(len(X), batch_size, generator):
            loss = mean_loss(layer(X[batch]), labels[batch])
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            total += loss.item() * len(batch)
        running.append(total / len(X))
    return running


# Chaff: zero-once
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
