# Misconception: a list of batches is a dataset
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return list(pairs.shuffle(len(X), seed=seed).batch(batch_size))
