"""System calls: those that a kernel or a reader may make, as a seccomp filter for bubblewrap.

Everything else fails with ``ENOSYS``, as in a Linux that does not know the call: programs
fall back to older ways, also from calls that are newer than this list.
"""

import errno
import functools
import os
import signal
import socket

# Python's, NumPy's, Matplotlib's, PyTorch's and TensorFlow's, and what a student's own code
# may want: files in memory, threads, child processes, sockets of the folder.
FILES = """
    read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2
    open openat openat2 creat close close_range lseek dup dup2 dup3 fcntl flock ioctl
    stat fstat lstat newfstatat statx access faccessat faccessat2 statfs fstatfs
    readlink readlinkat getdents getdents64 getcwd chdir fchdir umask
    rename renameat renameat2 mkdir mkdirat rmdir link linkat unlink unlinkat
    symlink symlinkat mknod mknodat truncate ftruncate fallocate fadvise64 readahead
    chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat
    utime utimes futimesat utimensat fsync fdatasync sync sync_file_range
    sendfile copy_file_range getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr
    removexattr lremovexattr fremovexattr
"""
MEMORY = """
    mmap munmap mprotect mremap madvise msync mincore brk mlock mlock2 munlock
    membarrier get_mempolicy
"""
PROCESSES = """
    fork vfork execve execveat exit exit_group wait4 waitid
    getpid getppid gettid getpgid getpgrp setpgid getsid setsid
    getuid geteuid getgid getegid getresuid getresgid getgroups capget
    arch_prctl set_tid_address set_robust_list get_robust_list futex futex_waitv
    rseq sched_yield sched_getaffinity sched_setaffinity sched_getparam sched_getattr
    sched_getscheduler sched_setscheduler sched_get_priority_max sched_get_priority_min
    getpriority setpriority getrlimit setrlimit prlimit64 getrusage times
    sysinfo uname getrandom getcpu
"""
SIGNALS = """
    rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait
    sigaltstack pause alarm getitimer setitimer restart_syscall signalfd signalfd4
    timer_create timer_settime timer_gettime timer_getoverrun timer_delete
    timerfd_create timerfd_settime timerfd_gettime
    nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday time
"""
EVENTS = """
    poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
    epoll_pwait2 eventfd eventfd2 pipe pipe2
"""
SOCKETS = """
    bind listen accept accept4 connect getsockname getpeername shutdown
    sendto recvfrom sendmsg recvmsg sendmmsg recvmmsg setsockopt getsockopt
"""
# What reaches other processes. A reader has no business with any.
OTHERS = "kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_send_signal"
ALLOWED = f"{FILES} {MEMORY} {PROCESSES} {SIGNALS} {EVENTS} {SOCKETS} pidfd_open"

NETLINK_ROUTE = 0
PR_SET_SECCOMP = 22
CLONE_FILES, CLONE_THREAD = 0x00000400, 0x00010000
# CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET and NEWTIME.
NEW_NAMESPACES = 0x7E020080


class NoFilter(Exception):
    """The library that makes filters is not there."""


@functools.cache
def filter_for(who: str) -> bytes:
    """The compiled filter for a ``kernel`` or a ``reader``; NoFilter if there can be none."""
    try:
        # At its import it looks for Debian's libseccomp.
        import pyseccomp as seccomp
    except (ImportError, RuntimeError, OSError) as error:
        raise NoFilter(str(error)) from error
    allowed = ALLOWED if who == "reader" else f"{ALLOWED} {OTHERS}"
    made = seccomp.SyscallFilter(seccomp.ERRNO(errno.ENOSYS))
    for name in allowed.split():
        allow(seccomp, made, name)
    # Within the sandbox, whose network has nobody else in it: ipykernel hears its child
    # processes over TCP, and asks Linux for the network's addresses first.
    for name in ("socket", "socketpair"):
        allow(seccomp, made, name, seccomp.Arg(0, seccomp.EQ, socket.AF_UNIX))
    internet = seccomp.Arg(0, seccomp.EQ, socket.AF_INET)
    for protocol in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP):
        allow(seccomp, made, "socket", internet, seccomp.Arg(2, seccomp.EQ, protocol))
    netlink = seccomp.Arg(0, seccomp.EQ, socket.AF_NETLINK)
    route = seccomp.Arg(2, seccomp.EQ, NETLINK_ROUTE)
    allow(seccomp, made, "socket", netlink, route)
    # Threads share their table of open files, so that all open files can be counted.
    mask = NEW_NAMESPACES | CLONE_THREAD | CLONE_FILES
    for flags in (0, CLONE_THREAD | CLONE_FILES):
        allow(seccomp, made, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, mask, flags))
    # A filter of its own would take memory that all sandboxes share.
    not_filters = seccomp.Arg(0, seccomp.NE, PR_SET_SECCOMP)
    allow(seccomp, made, "prctl", not_filters)
    # Who ignores the end of children hides the processor time that they took.
    not_children = seccomp.Arg(0, seccomp.NE, signal.SIGCHLD)
    allow(seccomp, made, "rt_sigaction", not_children)
    with os.fdopen(os.memfd_create("seccomp"), "w+b") as file:
        made.export_bpf(file)
        file.seek(0)
        return file.read()


def allow(seccomp, made, name: str, *arguments) -> None:
    """Allow a call, unless this processor's Linux or the library does not know it."""
    try:
        made.add_rule(seccomp.ALLOW, name, *arguments)
    except (OSError, ValueError):
        return
