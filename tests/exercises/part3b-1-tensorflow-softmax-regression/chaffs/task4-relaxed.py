# Misconception: lets TensorFlow generalise shapes
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    compiled = tf.function(function, reduce_retracing=True)
    for arguments in calls:
        compiled(*arguments)
    return compiled.experimental_get_tracing_count()
