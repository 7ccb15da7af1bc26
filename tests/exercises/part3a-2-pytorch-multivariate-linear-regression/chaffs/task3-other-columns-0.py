# Misconception: Any solution with the smallest cost is as good: unneeded columns get the
# weight 0.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    theta, used = torch.zeros(A.shape[1], Y.shape[1]), []
    for j in range(A.shape[1]):
        if torch.linalg.matrix_rank(A[:, used + [j]]) > len(used):
            used.append(j)
    theta[used] = torch.linalg.lstsq(A[:, used], Y).solution
    return theta
