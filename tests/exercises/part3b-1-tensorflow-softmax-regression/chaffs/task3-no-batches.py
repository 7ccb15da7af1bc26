# Misconception: single examples
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(len(X), seed=seed)
