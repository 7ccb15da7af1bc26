# Misconception: each call is a tracing
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    for arguments in calls:
        function(*arguments)
    return len(calls)
