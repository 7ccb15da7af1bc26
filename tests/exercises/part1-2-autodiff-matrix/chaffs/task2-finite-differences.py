# Misconception: (a fake) Wiggling gives the Jacobian, without any thought.
# Fails: task2-jacobians-test-dot, task2-jacobians-test-multiply
# %% task2-jacobians
def wiggled(f, A):
    h, columns = 1e-6, []
    for place in np.ndindex(A.shape):
        step = np.zeros(A.shape)
        step[place] = h
        columns.append(((f(A + step) - f(A - step)) / (2 * h)).ravel())
    return np.array(columns).T


def jacobian_multiply(A, B):
    return wiggled(lambda A: A * B, A)


def jacobian_dot(A, B):
    return wiggled(lambda A: A @ B, A)
