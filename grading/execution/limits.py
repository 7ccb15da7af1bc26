"""What one submission may use."""

from dataclasses import dataclass

MEBI = 2**20


@dataclass(frozen=True)
class Limits:
    """The defaults are those of ``grading.nbgrader_steps.ExecuteInSandbox``."""

    cell_seconds: float = 120  # of processor time, as is the next
    total_seconds: float = 1200
    # Resident, of all its processes together, with the files that it writes into memory.
    memory_bytes: int = 2048 * MEBI
    processes: int = 64
    output_bytes: int = 20 * MEBI  # printed or shown by one cell
    file_bytes: int = 256 * MEBI  # in its folder; as much in /tmp and in /dev/shm
