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
