# Chaff: every-visit
# Misconception: a node belongs into the list each time it is visited.
# Fails: task7-order-test-order, task8-gradient-test-values,
#        task8-gradient-test-scale, task9-newton-test-loop, task10-fit-unit-test-loss
# %% task7-order
def topological_order(output):
    order, stack = [], [output]
    while stack:
        node = stack.pop()
        order.append(node)
        stack += [operand for operand, _ in node.parents]
    return order[::-1]


# Chaff: recursive
# Misconception: Python can do any recursion.
# Fails: task7-order-test-order, task8-gradient-test-scale
# %% task7-order
def topological_order(output):
    order, done = [], set()

    def visit(node):
        if node not in done:
            done.add(node)
            for operand, _ in node.parents:
                visit(operand)
            order.append(node)

    visit(output)
    return order


# Chaff: users-first
# Misconception: the output comes first in a topological order.
# Fails: task7-order-test-order, task8-gradient-test-values,
#        task8-gradient-test-scale, task9-newton-test-loop, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task7-order
def topological_order(output):
    users = {output: 0}
    waiting = [output]
    while waiting:
        for operand, _ in waiting.pop().parents:
            if operand not in users:
                users[operand] = 0
                waiting.append(operand)
            users[operand] += 1
    order, free = [], [output]
    while free:
        node = free.pop()
        order.append(node)
        for operand, _ in node.parents:
            users[operand] -= 1
            if users[operand] == 0:
                free.append(operand)
    return order


# Chaff: users-too-early
# Misconception: any walk that lists each node once will do. Here, nearest to the output
# first, so that a node can come before one of its users is done.
# Fails: task7-order-test-order, task8-gradient-test-values, task9-newton-test-loop,
#        task10-fit-unit-test-loss
# %% task7-order
def topological_order(output):
    order = [output]
    for node in order:
        for operand, _ in node.parents:
            if operand not in order:
                order.append(operand)
    return order[::-1]


# Chaff: raised-recursion-limit
# Misconception: recursion is fine once its limit is raised.
# Fails: task7-order-test-order, task8-gradient-test-scale
# %% task7-order
def topological_order(output):
    sys.setrecursionlimit(10**6)
    order, done = [], set()

    def visit(node):
        if node not in done:
            done.add(node)
            for operand, _ in node.parents:
                visit(operand)
            order.append(node)

    visit(output)
    return order


# Chaff: constants-left-out
# Misconception: leaves without a name do not matter.
# Fails: task7-order-test-order, task8-gradient-test-values, task9-newton-test-loop,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task7-order
def topological_order(output):
    order, done, stack = [], set(), [output]
    while stack:
        node = stack[-1]
        waiting = [p for p, _ in node.parents if p not in done]
        if waiting:
            stack.extend(waiting)
        else:
            stack.pop()
            if node not in done:
                done.add(node)
                if node.parents or node.name is not None:
                    order.append(node)
    return order


# Chaff: one-list-cleared
# Misconception: a list that is emptied first is as good as a new one.
# Fails: task7-order-test-order
# %% task7-order
order = []


def topological_order(output):
    order.clear()
    done, stack = set(), [output]
    while stack:
        node = stack[-1]
        waiting = [p for p, _ in node.parents if p not in done]
        if waiting:
            stack.extend(waiting)
        else:
            stack.pop()
            if node not in done:
                done.add(node)
                order.append(node)
    return order


# Chaff: one-list-handed-out
# Misconception: the last order can be kept and handed out again.
# Fails: task7-order-test-order
# %% task7-order
orders = {}


def topological_order(output):
    if output not in orders:
        order, done, stack = [], set(), [output]
        while stack:
            node = stack[-1]
            waiting = [p for p, _ in node.parents if p not in done]
            if waiting:
                stack.extend(waiting)
            else:
                stack.pop()
                if node not in done:
                    done.add(node)
                    order.append(node)
        orders[output] = order
    return orders[output]
