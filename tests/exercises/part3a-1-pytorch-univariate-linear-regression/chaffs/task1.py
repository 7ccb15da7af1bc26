# Chaff: array-on-the-tensor
# Misconception: numpy() makes a copy of the numbers.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    return tensor.detach().numpy()


# Chaff: axes-of-one-dropped
# Misconception: An axis of length 1 says nothing.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    return np.squeeze(tensor.detach().numpy()).copy()


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


# Chaff: deviation-floored
# Misconception: A deviation below a thousandth is as good as 0.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return (x - x_train.mean()) / x_train.std(correction=0).clamp(min=1e-3)


# Chaff: flat
# Misconception: A tensor of data has one axis.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.tensor(array.ravel(), dtype=torch.float64)


# Chaff: gradient-switched-off
# Misconception: A leaf may be told to want no gradient any more: the numbers stay the same.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    if tensor.is_leaf:
        return tensor.requires_grad_(False).numpy().copy()
    return tensor.detach().numpy().copy()


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


# Chaff: shared-if-contiguous
# Misconception: ascontiguousarray never copies.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def shared(array):
    return torch.from_numpy(np.ascontiguousarray(array)).reshape(array.shape)


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


# Chaff: small-number-added
# Misconception: A number added to the deviation is harmless if it is small enough.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardize(x, x_train):
    return (x - x_train.mean()) / (x_train.std(correction=0) + 1e-12)


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
