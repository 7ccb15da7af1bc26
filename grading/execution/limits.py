"""What one submission may use."""

from dataclasses import dataclass

MEBI = 2**20


@dataclass(frozen=True)
class Limits:
    """The defaults; ``nbgrader_config.py`` may set others (`grading.nbgrader_steps`).

    Seconds are of processor time, so that the number of jobs changes no mark; by the clock a
    cell that waits may take five times as long. The slowest cell of a reference notebook takes
    a tenth of its limit.
    """

    cell_seconds: float = 120
    total_seconds: float = 1200  # of a whole notebook
    # Resident, of all its processes together, with the files that it writes into memory. An
    # exercise may ask for more (TensorFlow does).
    memory_bytes: int = 2048 * MEBI
    processes: int = 64
    output_bytes: int = 20 * MEBI  # printed or shown by one cell
    file_bytes: int = 256 * MEBI  # in its folder; as much in /tmp and in /dev/shm
