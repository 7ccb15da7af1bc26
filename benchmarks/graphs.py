"""Graphs of many tiny nodes: what a node costs apart from its arithmetic.

A chain is x = x * 1.0001, or x = x + x, again and again on a 1x1 leaf; a tree
multiplies named leaves pair by pair. Timed are building, differentiating and freeing.
"""

import gc
import resource
import time
from contextlib import contextmanager
from functools import partial
from itertools import product

import numpy as np

import dp
from benchmarks.timing import in_turns, table


def multiply(x, nodes):
    for _ in range(nodes):
        x = x * 1.0001
    return x


def add(x, nodes):
    for _ in range(nodes):
        x = x + x
    return x


def with_dp(chain, start, nodes):
    return chain(dp.Node(start, "x"), nodes).grad(1)["x"]


def with_torch(torch):
    def differentiate(chain, start, nodes):
        x = torch.full((1, 1), start, dtype=torch.float64, requires_grad=True)
        chain(x, nodes).backward()
        return x.grad.numpy()

    return differentiate


def with_autograd(autograd):
    def differentiate(chain, start, nodes):
        return autograd.elementwise_grad(lambda x: chain(x, nodes))(
            np.full((1, 1), start)
        )

    return differentiate


def with_mygrad(mygrad):
    def differentiate(chain, start, nodes):
        x = mygrad.tensor([[start]])
        chain(x, nodes).backward()
        return x.grad

    return differentiate


def contestants(peers):
    makers = {"torch": with_torch, "autograd": with_autograd, "mygrad": with_mygrad}
    return {"dp": with_dp} | {
        name: makers[name](module) for name, module in peers.items()
    }


@contextmanager
def collector(on):
    (gc.enable if on else gc.disable)()
    yield
    gc.enable()


def differentiate_chain(library, chain, start, nodes):
    expected = 1.0001**nodes if chain is multiply else np.inf
    assert np.allclose(library(chain, start, nodes), expected), library


def peers_table(peers):
    """Microseconds a node of each library, for both chains and two lengths."""
    libraries = contestants(peers)
    # x + x starts at 0: any other number overflows after 1,024 doublings.
    cases = product(
        ((multiply, 1.0), (add, 0.0)), ((10_000, 7), (100_000, 2)), (True, False)
    )
    rows = [["chain", "nodes", "collector", *libraries, "dp / torch"]]
    for (chain, start), (nodes, rounds), on in cases:
        runs = {
            name: partial(differentiate_chain, library, chain, start, nodes)
            for name, library in libraries.items()
        }
        with collector(on):
            seconds = in_turns(runs, rounds, clean=True)
        cost = {name: s / nodes * 1e6 for name, s in seconds.items()}
        medians = {name: np.median(c) for name, c in cost.items()}
        cells = [
            f"{medians[name]:.1f} ({c.min():.1f}-{c.max():.1f})"
            for name, c in cost.items()
        ]
        ratio = f"{medians['dp'] / medians['torch']:.2f}" if "torch" in cost else "-"
        rows.append(
            [chain.__name__, f"{nodes:,}", "on" if on else "off", *cells, ratio]
        )
    return table(*rows)


def phases(nodes, chains, keep):
    """Microseconds a node to build, differentiate and free; page faults a node.

    `chains` chains of `nodes` nodes are made, each freed before the next or kept to
    the end.
    """
    start, faults = time.process_time(), page_faults()
    seconds, kept = np.zeros(3), []
    for _ in range(chains):
        t0 = time.process_time()
        output = multiply(dp.Node(1.0, "x"), nodes)
        t1 = time.process_time()
        output.grad(1)
        t2 = time.process_time()
        if keep:
            kept.append(output)
        del output
        seconds += t1 - t0, t2 - t1, time.process_time() - t2
    t3 = time.process_time()
    kept.clear()
    seconds[2] += time.process_time() - t3
    total = time.process_time() - start
    figures = np.array([total, *seconds]) / (nodes * chains) * 1e6
    return [*figures, (page_faults() - faults) / (nodes * chains)]


def page_faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def lengths_table():
    """dp's cost a node by the chain's length, and what makes it grow."""
    rows = [
        ["nodes", "collector on", "off", "build", "grad", "free", "page faults a node"]
    ]
    cases = [(10**k, max(1, 10 ** (5 - k)), False) for k in range(3, 7)]
    for nodes, chains, keep in [*cases, (1_000, 1_000, True)]:
        rounds = {True: [], False: []}
        for _ in range(2 if nodes * chains > 100_000 else 5):
            for on, results in rounds.items():
                gc.collect()
                with collector(on):
                    results.append(phases(nodes, chains, keep))
        with_it, without = (np.median(results, axis=0) for results in rounds.values())
        label = f"{nodes:,}" + (f", {chains:,} such chains kept" if keep else "")
        figures = [with_it[0], *without]
        rows.append([label, *(f"{figure:.2f}" for figure in figures)])
    return table(*rows)


def tree(leaves):
    level = [dp.Node(1.0, f"x{i}") for i in range(leaves)]
    while len(level) > 1:
        level = [a * b for a, b in zip(level[::2], level[1::2])]
    assert len(level[0].grad(1)) == leaves


def trees_table():
    """Microseconds a node of balanced trees."""
    runs = {256: lambda: [tree(256) for _ in range(16)], 4096: lambda: tree(4096)}
    rows = [["leaves", "collector on", "collector off"]]
    columns = []
    for on in (True, False):
        with collector(on):
            columns.append(in_turns(runs, 9, clean=True))
    for leaves in runs:
        nodes = 4096 // leaves * (2 * leaves - 1)
        cells = (f"{np.median(c[leaves]) / nodes * 1e6:.1f}" for c in columns)
        rows.append([f"{leaves:,}", *cells])
    return table(*rows)
