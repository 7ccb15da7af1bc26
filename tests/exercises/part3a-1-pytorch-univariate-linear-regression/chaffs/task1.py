# Chaff: array-on-the-tensor
# Misconception: numpy() makes a copy of the numbers.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    return tensor.detach().numpy()


# Chaff: between-0-and-1
# Misconception: Standardizing means scaling to the range of the training set.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return (x - x_train.min()) / (x_train.max() - x_train.min())


# Chaff: copied-shares
# Misconception: A conversion to float64 always makes a copy, also of what is float64
# already.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.as_tensor(array, dtype=torch.float64)


# Chaff: flat
# Misconception: A tensor of data has one axis.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.tensor(array.ravel(), dtype=torch.float64)


# Chaff: graph-into-an-array
# Misconception: Any tensor becomes an array by numpy(), also one that wants a gradient.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    return tensor.numpy().copy()


# Chaff: in-place
# Misconception: A function may work on its argument: the caller has the result anyway.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    mean, deviation = x_train.mean().item(), x_train.std(correction=0).item()
    x -= mean
    x /= deviation
    return x


# Chaff: lists
# Misconception: A list of numbers is as good as an array.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    return tensor.detach().tolist()


# Chaff: n-minus-1
# Misconception: torch.std divides by n, as np.std does.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return (x - x_train.mean()) / x_train.std()


# Chaff: not-centered
# Misconception: It is the scale that matters, not the center.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return x / x_train.std(correction=0)


# Chaff: own-mean
# Misconception: Only the scale must come from the training set, the center from the data at
# hand.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return (x - x.mean()) / x_train.std(correction=0)


# Chaff: own-statistics
# Misconception: Each set is standardized with its own mean and standard deviation.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return (x - x.mean()) / x.std(correction=0)


# Chaff: shared-copies
# Misconception: torch.tensor and torch.from_numpy do the same.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def shared(array):
    return torch.tensor(array)


# Chaff: shared-only-float64
# Misconception: Everything should be float64, also what is shared.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def shared(array):
    return torch.from_numpy(np.asarray(array, dtype=float))


# Chaff: single-precision
# Misconception: PyTorch computes in float32, so that is the type to copy to.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.tensor(array, dtype=torch.float32)


# Chaff: standardized-by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return torch.tensor([0.0, 1.0, 3.0])


# Chaff: type-of-the-array
# Misconception: A tensor made from an array gets the default type of numbers.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.tensor(array)


# Chaff: variance
# Misconception: To standardize means to divide by the variance.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return (x - x_train.mean()) / x_train.var(correction=0)
