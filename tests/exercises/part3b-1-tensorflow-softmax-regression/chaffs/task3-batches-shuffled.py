# Misconception: shuffles whole batches
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.batch(batch_size).shuffle(len(X), seed=seed)
