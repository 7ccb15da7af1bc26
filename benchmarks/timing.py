"""What every benchmark needs: one thread, contestants in turns, tables in Markdown.

Import this module before NumPy: BLAS reads the number of its threads only once.
"""

import os

os.environ |= dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)

import gc
import sys
import time
from importlib import import_module, metadata

import numpy as np


def installed_peers():
    """The libraries to compare with, by name: modules, without those not installed."""
    modules = {}
    for name in ("torch", "autograd", "mygrad"):
        try:
            modules[name] = import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            print(f"Not installed: {name}. pip install -c constraints.txt {name}\n")
    if torch := modules.get("torch"):
        torch.set_num_threads(1)
    return modules


def in_turns(contestants, rounds, clean=False):
    """Seconds that each of the functions in a dict took, one entry a round.

    All take their turn in each round, so that a change of the machine's speed hits all
    of them. The clock is the process's own time: with one thread it is the time on the
    wall, less what other processes took. `clean`: nobody pays for another's garbage.
    """
    seconds = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, function in contestants.items():
            if clean:
                gc.collect()
            start = time.process_time()
            function()
            seconds[name].append(time.process_time() - start)
    return {name: np.array(column) for name, column in seconds.items()}


def table(*rows):
    """Rows of cells as a Markdown table; the first row is its head."""
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|---" * len(rows[0]) + "|", *body, ""])


def machine(packages=("torch", "autograd", "mygrad"), used="one used"):
    """The processor and the versions that the figures belong to."""
    with open("/proc/cpuinfo") as file:
        cpu = next(line.split(": ")[1] for line in file if "model name" in line)
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    present = {d.name.lower() for d in metadata.distributions()}
    versions = [f"{n} {metadata.version(n)}" for n in packages if n in present]
    python = ".".join(map(str, sys.version_info[:3]))
    return (
        f"{cpu.strip()}, {os.cpu_count()} cores ({used}); Python {python}; NumPy "
        f"{np.__version__} with {blas['name']} {blas['version']}; {', '.join(versions)}"
    )
