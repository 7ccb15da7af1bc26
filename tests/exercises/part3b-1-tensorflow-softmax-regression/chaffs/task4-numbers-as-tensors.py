# Misconception: Python numbers become tensors
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    compiled = tf.function(function)
    for arguments in calls:
        compiled(*map(tf.constant, arguments))
    return compiled.experimental_get_tracing_count()
