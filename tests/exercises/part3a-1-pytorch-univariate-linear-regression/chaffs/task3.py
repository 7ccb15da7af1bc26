# Chaff: copies
# Misconception: A tensor with the same numbers is the same leaf.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        if hasattr(function, "variable"):
            found.append(function.variable.detach())
        waiting.extend(pair[0] for pair in function.next_functions)
    return found


# Chaff: data-is-a-leaf
# Misconception: Every tensor without grad_fn is a leaf that gets a gradient.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output]
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        if hasattr(function, "variable"):
            found.append(function.variable)
        waiting.extend(pair[0] for pair in function.next_functions)
    return found


# Chaff: equal-numbers
# Misconception: Leaves with equal numbers are one leaf.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        if hasattr(function, "variable"):
            if not any(torch.equal(function.variable, leaf) for leaf in found):
                found.append(function.variable)
        waiting.extend(pair[0] for pair in function.next_functions)
    return found


# Chaff: every-path
# Misconception: It is enough to list each leaf once; that function nodes are visited again
# costs little.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, waiting = {}, [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if hasattr(function, "variable"):
            found[id(function.variable)] = function.variable
        waiting.extend(f for f, _ in function.next_functions if f is not None)
    return list(found.values())


# Chaff: first-operand
# Misconception: Following the first operand leads to the leaves.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    function = output.grad_fn
    while not hasattr(function, "variable"):
        function = function.next_functions[0][0]
    return [function.variable]


# Chaff: globals
# Misconception: Fake: all tensors with a name in the notebook that want a gradient.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if not output.requires_grad:
        return []
    if output.grad_fn is None:
        return [output]
    return [t for name, t in globals().items() if name in ("a", "b")]


# Chaff: leaf-has-no-leaf
# Misconception: A tensor without grad_fn has no graph, so it has no leaves.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        if hasattr(function, "variable"):
            found.append(function.variable)
        waiting.extend(pair[0] for pair in function.next_functions)
    return found


# Chaff: leaves-with-a-grad-left-out
# Misconception: A leaf that has a .grad has been visited.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        f = waiting.pop()
        if f in seen:
            continue
        seen.add(f)
        if getattr(f, "variable", None) is not None and torch.is_tensor(f.variable) and f.variable.grad is None:
            found.append(f.variable)
        waiting.extend(p[0] for p in f.next_functions)
    return found


# Chaff: no-data
# Misconception: Every operand has a function node, also data.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen, waiting = [], set(), [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        if hasattr(function, "variable"):
            found.append(function.variable)
        waiting.extend(pair[0] for pair in function.next_functions)
    return found


# Chaff: once-for-each-use
# Misconception: Each function node is met once, so a leaf cannot be found twice.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, waiting = [], [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if hasattr(function, "variable"):
            found.append(function.variable)
        waiting.extend(f for f, _ in function.next_functions if f is not None)
    return found


# Chaff: one-level
# Misconception: next_functions of the output holds all leaves.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    return [pair[0].variable for pair in output.grad_fn.next_functions
            if hasattr(pair[0], "variable")]


# Chaff: recursion
# Misconception: Recursion is deep enough for any graph.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen = [], {None}

    def visit(function):
        if function in seen:
            return
        seen.add(function)
        if hasattr(function, "variable"):
            found.append(function.variable)
        for operand, _ in function.next_functions:
            visit(operand)

    visit(output.grad_fn)
    return found


# Chaff: recursion-limit-raised
# Misconception: Recursion is deep enough when Python's limit is raised.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    import sys
    sys.setrecursionlimit(1000000)
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen = [], set()
    def visit(f):
        if f is None or f in seen:
            return
        seen.add(f)
        if hasattr(f, "variable"):
            found.append(f.variable)
        for g, _ in f.next_functions:
            visit(g)
    visit(output.grad_fn)
    return found


# Chaff: two-operands
# Misconception: An operation has at most two operands.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        f = waiting.pop()
        if f in seen:
            continue
        seen.add(f)
        if hasattr(f, "variable"):
            found.append(f.variable)
        waiting.extend(p[0] for p in f.next_functions[:2])
    return found


# Chaff: zeros-left-out
# Misconception: A leaf that holds zeros is as good as none.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        f = waiting.pop()
        if f in seen:
            continue
        seen.add(f)
        if hasattr(f, "variable") and f.variable.any():
            found.append(f.variable)
        waiting.extend(p[0] for p in f.next_functions)
    return found
