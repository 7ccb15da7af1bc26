"""What the machine refuses, in words: which file, why, and what to do about it."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

DENIED = (errno.EACCES, errno.EPERM)
FULL = (errno.ENOSPC, errno.EDQUOT)
NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)

FULL_DISK = (
    "The disk is full, or your share of it is used up{at}. Make room there, then run the "
    "command again."
)
# By an error's number; {file} is the file in question, {at} the same in brackets, or nothing.
SENTENCES = {
    **dict.fromkeys(FULL, FULL_DISK),
    **dict.fromkeys(
        NO_LOCKS,
        "This disk has no file locks, which keep two commands apart{at}; network drives often "
        "lack them. Copy the course's folder to a disk of this machine and work there.",
    ),
    errno.EROFS: "{file} is on a disk that can only be read. Copy the course's folder to a "
    "place where you may write, and work there.",
    errno.EFBIG: "A file would become larger than this account may write{at}. Raise the limit "
    "(ulimit -f unlimited), then run the command again.",
    errno.ENOENT: "{file} is not there. Has it been moved or renamed? Put it back, or see "
    "that the path is right.",
    errno.ENOTDIR: "{file} is a file, or lies in one, where a folder is needed. Move that "
    "file away, then run the command again.",
    errno.EISDIR: "{file} is a folder where a file is needed. Move it away, then run the "
    "command again.",
    errno.EEXIST: "{file} is in the way. Move it away, then run the command again.",
    errno.ENOTEMPTY: "{file} is a folder that is not empty. Move it away, then run the "
    "command again.",
    errno.ENAMETOOLONG: "{file} has too long a name for this disk. Move the course's folder "
    "further up, or shorten the name.",
    errno.ELOOP: "{file} is a link that leads nowhere, or where none may be. Remove it, then run "
    "the command again.",
    errno.EIO: "The disk refuses to go on{at}: it is broken, or a limit is reached (see ulimit "
    "-f). Copy what is important to another one, and have it looked at.",
    errno.ESTALE: "The network drive has lost {file}. Open its folder anew, then run the "
    "command again.",
    errno.EBUSY: "Another program uses {file}. Close it, then run the command again.",
    errno.ETXTBSY: "Another program uses {file}. Close it, then run the command again.",
    errno.EMFILE: "Too many files are open. Raise the limit (ulimit -n 4096), then run the "
    "command again.",
    errno.ENFILE: "Too many files are open on this machine. Close other programs, then run "
    "the command again.",
    errno.ENOMEM: "The memory of this machine is used up. Close other programs, then run the "
    "command again.",
    errno.EAGAIN: "This machine cannot start another process just now. Close other programs, "
    "then run the command again.",
}


def sentence_for(error: BaseException) -> str | None:
    """What a person can put right about `error`, or what caused it; None if nothing."""
    for cause in causes(error):
        if isinstance(cause, OSError) and cause.errno is not None:
            return of_machine(cause.errno, cause.filename2 or cause.filename)
        if isinstance(cause, MemoryError):
            return SENTENCES[errno.ENOMEM]
    return None


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and what it was raised from."""
    while error is not None:
        yield error
        error = error.__cause__


def of_machine(number: int, name: str | bytes | int | None) -> str | None:
    """The sentence for an error's number with the file of that name, if it has one."""
    path = None if name is None or isinstance(name, int) else Path(os.fsdecode(name))
    if number in DENIED:
        return denied(path)
    if number not in SENTENCES:
        return None
    return SENTENCES[number].format(
        file=path or "A file", at=f" ({path})" if path else ""
    )


def denied(path: Path | None) -> str:
    """Who may, and how to get there."""
    again = "then run the command again."
    if path is None:
        return (
            f"You may not do that with this course's files. Become their owner, {again}"
        )
    # A file that is not there yet is refused by its folder.
    there = next((one for one in (path, *path.absolute().parents) if exists(one)), path)
    what = f"the folder {there}" if there.is_dir() else str(there)
    owner = owner_of(there)
    said = f"You may not read or write {what}"
    if owner is None:
        return f"{said}. Close what has it open, and take away its write protection; {again}"
    if owner == owner_of_this_process():
        return f"{said}, although it is yours. Run: chmod u+rwX '{there}'; {again}"
    return (
        f"{said}, which belongs to {owner}. Ask {owner} for it, or become its owner "
        f"(sudo chown -R \"$USER\" '{there}'); {again}"
    )


def exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # in a folder that may not be looked into
        return False


def owner_of(path: Path) -> str | None:
    """The name of the person whom a file belongs to; None on systems that do not say so."""
    try:
        return name_of(path.stat().st_uid)
    except (ImportError, OSError):
        return None


def owner_of_this_process() -> str:
    return name_of(os.geteuid())


def name_of(number: int) -> str:
    import pwd  # which Windows does not have

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"
