# Misconception: counts, but does not compile
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    count = 0
    for arguments in calls:
        function(*arguments)
        count += 1
    return count
