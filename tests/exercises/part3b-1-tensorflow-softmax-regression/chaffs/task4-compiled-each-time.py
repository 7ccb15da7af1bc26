# Misconception: compiles anew for each call
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    return sum(compiled.experimental_get_tracing_count() for compiled in [
        (one := tf.function(function), one(*arguments))[0] for arguments in calls])
