"""Draw a computational graph: operations row by row, as they were computed."""

import numpy as np

ROW, BOX, GAP = 0.62, 0.38, 0.4  # inches: row to row, height of boxes, gap beside them
TURN = np.linspace(0, 2 * np.pi, 61)
# Colors that color-blind people tell apart, and outlines: x and y, within +-1.
KINDS = {"data": ("white", [-1, 1, 1, -1, -1], [-1, -1, 1, 1, -1]),
         "parameter": ("#fc7", [-1, -.8, .8, 1, .8, -.8, -1], [0, 1, 1, 0, -1, -1, 0]),
         "operation": ("#bdf", np.cbrt(np.cos(TURN)), np.sin(TURN))}


def draw(node, /, **names):
    """The graph that `node` was computed from, as a Matplotlib figure.

    A box says a name or operation, and rows × columns. The first operand arrives left
    of the second. A frame holds what takes a layer's h1_W and h1_b, and its activation.
    `draw(e, X=x)` names the node x. The figure is closed, so that a notebook shows it
    once: as a cell's last line, or by `display(draw(e))`; its `savefig` saves it.
    ImportError: no Matplotlib. ValueError: over 150 nodes. Source: figures 1 to 5.
    """
    try:
        from matplotlib import patches, path, pyplot
    except ImportError:
        raise ImportError("draw needs Matplotlib: pip install matplotlib") from None
    graph, kinds, texts = find_graph(node), {}, {}
    names = {named: name for name, named in names.items()}
    layers = find_layers(graph)
    for n in graph:
        kinds[n] = "parameter" if n.name else "operation" if n.parents else "data"
        words = " = ".join(filter(None, (names.get(n, n.name), n.operation))) or "data"
        texts[n] = f"{words}\n{n.shape[0]} × {n.shape[1]}"
    lines = "\n".join(texts.values()).split("\n")
    half = max(0.42, 0.042 * max(map(len, lines)) + 0.1)  # of a box's width
    edge = 3 * half + GAP + 0.1  # of frames, on the right; then come the layers' names
    room = 0.2 + 0.08 * max((len(f"layer {name}") for name, _ in layers), default=0)
    x, y, routes = arrange(graph, half, {-1: edge + 0.1, 1: edge + room})
    wide = max(2.2, edge + room, *(abs(a) + 0.1 for route in routes for a, _ in route))
    low = min(y.values()) - 0.4
    figure = pyplot.figure(figsize=(2 * wide, 0.7 - low))
    pyplot.close(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(-wide, wide), ylim=(low, 0.7))
    axes.axis("off")
    for name, nodes in layers:
        axes.fill_between([-half - 0.1, edge], y[nodes[-1]] - 0.25, y[nodes[0]] + 0.25,
                          color="#eee")
        axes.text(edge + 0.06, y[nodes[0]], f"layer {name}", size=9, va="center")
    for route in routes:
        axes.add_patch(patches.FancyArrowPatch(
            path=path.Path(route), arrowstyle="-|>", mutation_scale=9, color="#333"))
    for kind, (color, right, up) in KINDS.items():
        points = np.reshape([(x[n], y[n]) for n in graph if kinds[n] == kind], (-1, 2))
        axes.scatter(*points.T, (144 * half)**2, color, label=kind, ec="#333",
                     zorder=2, marker=np.c_[right, up] * (half, BOX / 2))
    for n, text in texts.items():
        axes.text(x[n], y[n], text, size=9, ha="center", va="center")
    axes.legend(loc="upper center", ncols=3, markerscale=0.1 / half, frameon=False)
    return figure


def find_graph(output):
    """Each node that leads to the output, with its operands; operands come first."""
    graph, to_visit = {}, [output]
    while to_visit:
        node = to_visit.pop()
        graph[node] = [operand for operand, _ in node.parents]
        to_visit += [operand for operand in graph[node] if operand not in graph]
    if len(graph) > 150:
        raise ValueError(f"{len(graph)} nodes are too many to be read, at most 150 are "
                         "drawn: draw an earlier node, or a smaller example")
    return {node: graph[node] for node in sorted(graph, key=lambda node: node.order)}


def find_layers(graph):
    """Each use of a layer: its name, and its operations, which follow each other."""
    layers, member = [], {}
    for node, operands in graph.items():
        names = [n.name or "" for n in operands]
        weights = [name[:-2] for name in names if name.endswith("_W") and names[1:]]
        layer = next((member[n] for n in operands if n in member), None)
        if weights:
            layer = (weights[0], [])
            layers.append(layer)
        elif not layer or layer[0] + "_b" not in names and not (
                operands[0].operation == "+" and node.operation.isidentifier()
                and node.shape == operands[0].shape):  # or it is the activation
            continue
        layer[1].append(node)
        member[node] = layer
    return layers


def arrange(graph, half, edge):
    """x and y of each node's center, and the corners of each arrow's way."""
    steps = [node for node in graph if graph[node]] or list(graph)  # `grad` walks back
    x, y = dict.fromkeys(steps, 0), {node: -ROW * k for k, node in enumerate(steps)}
    routes, lanes = [], {}
    for node in steps:
        above = [n for n in graph[node] if n in y and y[n] > y[node]]
        for n, side in zip(graph[node], (-1, 1), strict=False):
            if n not in y:  # a leaf: it stands beside its first user
                x[n], y[n] = side * (2 * half + GAP), y[node]
            end = 0.12 * side * (len(above) == 2)
            lane, high, low = x[n] + end, y[n] - BOX / 2, y[node] + BOX / 2
            if n not in above:  # beside it; a leaf that is both operands has two arrows
                low = y[n] - 0.1 * side * (graph[node] == [n, n])
                routes.append([(x[n] - np.copysign(half, x[n]), low),
                               (np.copysign(half, x[n]), low)])
                continue
            if high - low > ROW:  # past other rows: in a lane beside all boxes
                lane = side * lanes.setdefault((n, side), edge[side] + .14 * len(lanes))
            routes.append([(x[n] + end, high), (x[n] + end, high - 0.06),
                           (lane, high - 0.06), (lane, low + 0.11), (end, low + 0.11),
                           (end, low)])
    return x, y, routes
