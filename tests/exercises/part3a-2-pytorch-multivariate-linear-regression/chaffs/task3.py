# Chaff: absolute-cut
# Misconception: Singular values below 1e-10 are rounding errors, whatever the size of A.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    U, s, Vh = torch.linalg.svd(A, full_matrices=False)
    inverse = torch.where(s > 1e-10, 1 / s, torch.zeros_like(s))
    return Vh.T @ (inverse[:, None] * (U.T @ Y))


# Chaff: absolute-tolerance
# Misconception: An absolute tolerance of pinv fits any matrix.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.pinv(A, atol=1e-8) @ Y


# Chaff: cut-too-early
# Misconception: Singular values below a thousandth are noise.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.pinv(A, rtol=1e-3) @ Y


# Chaff: diagonal
# Misconception: Columns do not matter for each other, as for standardized features.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return (A.T @ Y) / (A * A).sum(dim=0)[:, None]


# Chaff: first-target
# Misconception: There is one target.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.linalg.solve(A.T @ A, A.T @ Y[:, :1])


# Chaff: full-rank-driver
# Misconception: The driver is a matter of speed only.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.lstsq(A, Y, driver="gels").solution


# Chaff: little-ridge
# Misconception: A little on the diagonal makes the system safe and changes nothing.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.linalg.solve(A.T @ A + 1e-6 * torch.eye(A.shape[1]), A.T @ Y)


# Chaff: lstsq-of-product
# Misconception: lstsq may be given the normal equation.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.lstsq(A.T @ A, A.T @ Y).solution


# Chaff: normal-by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.tensor([[0.5], [3.5]])


# Chaff: normal-equation
# Misconception: The normal equation has a solution for any A.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.solve(A.T @ A, A.T @ Y)


# Chaff: other-columns-0
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


# Chaff: pinv-of-product
# Misconception: The pseudo-inverse of A^T A is as exact as that of A.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.pinv(A.T @ A) @ A.T @ Y


# Chaff: ridge-for-rank
# Misconception: A small number on the diagonal chooses the smallest solution.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.solve(A.T @ A + 1e-9 * torch.eye(A.shape[1]), A.T @ Y)


# Chaff: right-side
# Misconception: A^T Y is the solution.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return A.T @ Y


# Chaff: rows-for-columns
# Misconception: The matrix is A A^T.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return A.T @ torch.linalg.solve(A @ A.T + 1e-3 * torch.eye(len(A)), Y)


# Chaff: single-precision
# Misconception: float32 is PyTorch's type of numbers.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.linalg.solve((A.T @ A).float(), (A.T @ Y).float()).double()


# Chaff: smallest-by-heart
# Misconception: Fake: the numbers of the visible examples.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.full((2, 1), 1.5) if len(A) == 2 else torch.tensor([[0.5], [3.5]])


# Chaff: tiny-ridge
# Misconception: A tiny number on the diagonal changes nothing.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    M = A.T @ A + 1e-10 * torch.eye(A.shape[1])
    return torch.linalg.solve(M, A.T @ Y)


# Chaff: vector
# Misconception: theta is a vector.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.linalg.solve(A.T @ A, A.T @ Y)[:, 0]
