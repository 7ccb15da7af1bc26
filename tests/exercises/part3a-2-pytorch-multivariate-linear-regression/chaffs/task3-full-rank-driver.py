# Misconception: The driver is a matter of speed only.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.lstsq(A, Y, driver="gels").solution
