"""What nbgrader's exchange tells on the student's side: when an exercise was handed in.

`nbgrader submit` keeps a copy in a folder of the student's, called by the time of it.
"""

import contextlib
import datetime
from pathlib import Path

from jupyter_core.paths import jupyter_data_dir
from traitlets.config.loader import PyFileConfigLoader

SETTINGS = "nbgrader_config.py"


def time_of(name: str) -> datetime.datetime | None:
    """The time that a name of nbgrader's says, such as 2027-01-31 22:59:00.000000 UTC."""
    time, blank, zone = name.rpartition(" ")
    with contextlib.suppress(ValueError):
        if blank and zone == "UTC":
            naive = datetime.datetime.fromisoformat(time)
            return naive.replace(tzinfo=datetime.UTC).astimezone()
    return None


def read_submitted(root: Path) -> dict[str, datetime.datetime]:
    """When each exercise was last handed in from here; none where no exchange tells."""
    found: dict[str, datetime.datetime] = {}
    try:
        names = [path.name for path in cache_of(root).iterdir()]
    except Exception:  # noqa: BLE001 (the settings are a program)
        return {}
    for name in names:
        _, exercise, said = [*name.split("+"), "", ""][:3]
        time = time_of(said)
        if time and time > found.get(exercise, time.min.replace(tzinfo=datetime.UTC)):
            found[exercise] = time
    return found


def cache_of(root: Path) -> Path:
    """The folder in which nbgrader keeps what was submitted to this course."""
    settings = PyFileConfigLoader(SETTINGS, path=str(root)).load_config()
    named = settings.Exchange.get("cache")
    cache = named if isinstance(named, str) else f"{jupyter_data_dir()}/nbgrader_cache"
    return Path(cache, settings.CourseDirectory.course_id)
