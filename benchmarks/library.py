"""dp against NumPy by hand and against its peers, as Markdown: `make bench`."""

import gc
import subprocess
import sys

# `timing` sets the number of threads, and so comes before NumPy.
from benchmarks import timing  # isort: skip
import numpy as np

from benchmarks import graphs, steps


def imports_table():
    """Milliseconds of `import dp` and `import numpy`, each in ten fresh processes."""
    code = "import time; t = time.process_time(); import {}; print(time.process_time() - t)"
    seconds = {"numpy": [], "dp": []}
    for _ in range(10):
        for name, column in seconds.items():
            command = [sys.executable, "-c", code.format(name)]
            column.append(float(subprocess.check_output(command)))
    medians = {name: np.median(column) for name, column in seconds.items()}
    return timing.table(
        ["import numpy", "import dp", "ratio"],
        [
            *(f"{median * 1e3:.0f} ms" for median in medians.values()),
            f"{medians['dp'] / medians['numpy']:.2f}",
        ],
    )


def main():
    peers = timing.installed_peers()
    # A user of dp has no other library loaded: the collector need not walk theirs.
    gc.freeze()
    print(timing.machine(), "\n")
    print("## Training step: time, by hand = 1 (range over five blocks of rounds)\n")
    print(steps.times_table(peers))
    print("## Training step: peak memory\n")
    print(steps.memory_table())
    print("## Chains: microseconds a node (range over rounds)\n")
    with np.errstate(all="ignore"):  # the gradient of x + x overflows, as it should
        print(graphs.peers_table(peers))
    print("## Chains of dp: microseconds a node, by length; phases without collector\n")
    print(graphs.lengths_table())
    print("## Balanced trees of dp: microseconds a node\n")
    print(graphs.trees_table())
    print("## Import\n")
    print(imports_table())


if __name__ == "__main__":
    main()
