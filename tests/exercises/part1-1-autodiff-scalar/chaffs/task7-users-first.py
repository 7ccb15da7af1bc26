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
