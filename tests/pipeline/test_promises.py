"""SECURITY.md, sentence by sentence: attacks from inside a kernel, as root and as a user."""

import json
import os
import re
import subprocess
import sys

import pytest
from ordinary_user import as_ordinary_user
from shared import ROOT

from grading.execution.limits import MEBI

LOW = {
    "cell_seconds": 10,
    "total_seconds": 60,
    "memory_bytes": 400 * MEBI,
    "processes": 16,
    "output_bytes": 2 * MEBI,
    "file_bytes": 64 * MEBI,
}
# Who grades, and whether Linux holds the limits.
GRADERS = ["a user", "root", "root, without cgroups"]
FREE = """
def free():
    with open("/proc/meminfo") as file:
        sizes = dict(line.split(":") for line in file)
    return int(sizes["MemAvailable"].split()[0]) // 1024
"""


@pytest.fixture(scope="module", params=GRADERS if os.getuid() == 0 else GRADERS[:1])
def grader(request, tmp_path_factory):
    """A process that executes cells; whether it may use cgroups."""
    command = [sys.executable, str(ROOT / "tests" / "pipeline" / "run_cells.py")]
    # As on most machines; it decides how much may be sent and not yet received.
    command = ["prlimit", "--nofile=1024:4096", *command]
    if request.param == "a user":
        home = tmp_path_factory.mktemp("home")
        command = as_ordinary_user(command, home)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, cwd="/"
    ) as process:
        yield process, "without" not in request.param
        process.stdin.close()


@pytest.fixture
def attack(grader):
    """Let cells run, then one more that says "goes on"; what they showed, and the reasons."""
    process, has_cgroups = grader

    def run(*sources, neighbor=False, **limits):
        job = {
            "sources": [*sources, "print('goes on')"],
            "limits": LOW | limits,
            "cgroups": has_cgroups,
            "neighbor": neighbor,
        }
        process.stdin.write(f"{json.dumps(job)}\n")
        process.stdin.flush()
        result = json.loads(process.stdout.readline())
        assert result["shown"][-1] == "goes on"
        assert result["neighbor"] == [["42", "whole"]] * neighbor
        return result["shown"][:-1], " ".join(result["stopped"].values())

    return run


# What a process can reach.

RIGHTS = """
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print({name: status[name].strip() for name in
       ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp")})
"""


def test_it_has_no_rights(attack):
    [rights, environment, owners], _ = attack(
        RIGHTS,
        "print(repr(open('/proc/1/environ').read()))",
        # Whoever grades, what is root's outside is not the process's own.
        "print([os.stat(path).st_uid for path in ('/usr', '/proc/sys')])",
    )
    none = "0000000000000000"
    wanted = dict.fromkeys(("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"), none)
    assert eval(rights) == wanted | {"NoNewPrivs": "1", "Seccomp": "2"}
    assert environment == "''"
    assert owners == "[65534, 65534]"


WRITABLE = """
found = []
for top in ("/proc/sys", "/proc", "/sys", "/"):
    for folder, folders, files in os.walk(top):
        depth = folder.count("/")
        if folder.startswith(("/proc/self/task", "/home/student", "/tmp", "/run/kernel",
                              "/dev")) or top == "/" and depth > 1:
            folders.clear()
            continue
        for name in files:
            path = os.path.join(folder, name)
            if os.path.islink(path):
                continue
            try:
                os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
                found.append(path)
            except OSError:
                pass
print(found)
"""


def test_nothing_in_proc_and_sys_can_be_written(attack):
    [found], _ = attack(WRITABLE)
    assert found == "[]"


CALLS = {
    "io_uring_setup": (425, 425),
    "perf_event_open": (298, 241),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "pivot_root": (155, 41),
    "init_module": (175, 105),
    "kexec_load": (246, 104),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "vmsplice": (278, 75),
    "inotify_init1": (294, 26),
    "mq_open": (240, 180),
    "pidfd_getfd": (438, 438),
    "quotactl": (179, 60),
    "clone3": (435, 435),
    "setxattr": (188, 5),
    "fsetxattr": (190, 7),
}
TRY_CALLS = """
import ctypes, errno, socket
libc = ctypes.CDLL(None, use_errno=True)
answers = {}
for name, numbers in %r.items():
    number = numbers[os.uname().machine == "aarch64"]
    ctypes.set_errno(0)
    done = libc.syscall(number, *[ctypes.c_long(0)] * 6)
    answers[name] = errno.errorcode.get(ctypes.get_errno(), done)
for family in (socket.AF_VSOCK, socket.AF_PACKET, socket.AF_ALG, socket.AF_INET6):
    try:
        socket.socket(family, socket.SOCK_STREAM)
        answers[family.name] = "made"
    except OSError as error:
        answers[family.name] = errno.errorcode[error.errno]
ctypes.set_errno(0)
libc.prctl(22, 2, 0)
answers["a filter of its own"] = errno.errorcode.get(ctypes.get_errno(), "made")
ctypes.set_errno(0)
libc.syscall({"x86_64": 56}.get(os.uname().machine, 220), ctypes.c_long(0x10000000 | 17), *[ctypes.c_long(0)] * 4)
answers["a new user namespace"] = errno.errorcode.get(ctypes.get_errno(), "made")
print(answers)
"""


def test_system_calls_that_no_exercise_needs_are_not_there(attack):
    [answers], _ = attack(TRY_CALLS % CALLS)
    answers = eval(answers)
    assert len(answers) == len(CALLS) + 6
    assert set(answers.values()) == {"ENOSYS"}, answers


def test_no_file_of_the_grader_is_open(attack):
    [links], _ = attack(
        "print([os.readlink(f'/proc/self/fd/{one}') for one in range(3, 500)"
        " if os.path.lexists(f'/proc/self/fd/{one}')])"
    )
    kinds = {link.partition(":")[0] for link in eval(links)}
    assert kinds <= {"pipe", "socket", "anon_inode", "/dev/null"}


def test_sockets_that_are_replaced_by_links_lead_nowhere(attack):
    _, reasons = attack(
        "for name in os.listdir('/run/kernel'):\n"
        "    os.unlink(f'/run/kernel/{name}')\n"
        "    os.symlink('/proc/1/root/run/other', f'/run/kernel/{name}')\n"
    )
    assert reasons == ""


# What it can use up.

HOARD = {
    "bytes": "held = [bytearray(50 * 2**20) for _ in range(40)]",
    "children": "for _ in range(10):\n"
    "    if os.fork() == 0:\n"
    "        held = bytearray(os.urandom(1) * 100 * 2**20)\n"
    "        time.sleep(60)\n"
    "time.sleep(60)",
    "files in memory": "for folder in ('/tmp', '/dev/shm', '.'):\n"
    "    for n in range(3):\n"
    "        open(f'{folder}/{n}', 'wb').write(bytes(20 * 2**20))\n"
    "held = bytearray(300 * 2**20)\ntime.sleep(60)",
    "empty files": "for n in range(2_000_000):\n"
    "    os.close(os.open(f'/tmp/{n}', os.O_CREAT))\ntime.sleep(60)",
    # One page that is read, of which nothing counts but the way to it: 4 KiB each.
    "no name that is text": "import ctypes\n"
    "ctypes.CDLL(None).prctl(15, b'\\xff\\xfe')\n"
    "held = bytearray(600 * 2**20)\ntime.sleep(60)",
    "no first thread": "import ctypes, threading\n"
    "if os.fork() == 0:\n"
    "    held = bytearray(os.urandom(1) * 600 * 2**20)\n"
    "    threading.Thread(target=time.sleep, args=(60,)).start()\n"
    "    ctypes.CDLL(None).syscall({'x86_64': 60}.get(os.uname().machine, 93), 0)\n"
    "time.sleep(60)",
    "page tables": "import mmap\nheld = []\n"
    "for _ in range(400):\n"
    "    one = mmap.mmap(-1, 2**30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)\n"
    "    one.madvise(15)\n"  # no huge pages
    "    [one[n] for n in range(0, 2**30, 2**21)]\n"
    "    held.append(one)\ntime.sleep(60)",
}


@pytest.mark.parametrize("how", HOARD)
def test_memory_is_counted_however_it_is_held(attack, how):
    _, reason = attack(f"import time\n{HOARD[how]}", cell_seconds=60, total_seconds=300)
    assert "took more than 400 MiB of memory" in reason


def test_pipes_and_sockets_hold_no_more_than_is_said(attack):
    source = FREE + (
        "import socket, time\nbefore, kept = free(), []\n"
        "for _ in range(400):\n"
        "    try:\n"
        "        pair = socket.socketpair()\n"
        "        for one in pair:\n"
        "            one.setblocking(False)\n"
        "            one.setsockopt(1, 7, 2**24)\n"
        "            kept.append(one)\n"
        "        while True: pair[0].send(bytes(65536))\n"
        "    except OSError: pass\n"
        "time.sleep(5)\n"
    )
    _, reason = attack(source)
    assert "more than 200 sockets" in reason or "400 MiB of memory" in reason


def test_sockets_that_nobody_holds_any_more_count(attack):
    """They are in a message that nobody reads."""
    source = (
        "import array, socket, time\n"
        "there, back = socket.socketpair()\n"
        "for _ in range(300):\n"
        "    pair = socket.socketpair()\n"
        "    fds = array.array('i', [one.fileno() for one in pair])\n"
        "    there.sendmsg([b'x'], [(1, 1, fds)])\n"
        "    [one.close() for one in pair]\n"
        "time.sleep(30)\n"
    )
    _, reason = attack(source)
    assert "more than 200 sockets" in reason


CHAIN = """
import time
for _ in range(1000):
    try:
        if os.fork():
            time.sleep(30)
            os._exit(0)
    except OSError:
        time.sleep(30)
held = bytearray(1000 * 2**20)
"""


def test_a_chain_of_a_thousand_processes_does_not_end_the_watching(attack):
    _, reason = attack(CHAIN)
    assert "more than 16 processes" in reason


# Of the processor's time or, where the machine is slow, by the clock.
SLOW = re.compile("ran for more than (5|25) seconds")
BURN = """
import signal, time
try:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
except OSError as error:
    print(error)
for _ in range(60):  # together nearly five times as much as it may take
    r, w = os.pipe()
    if os.fork() == 0:
        end = time.process_time() + 0.4
        while time.process_time() < end: pass
        os._exit(0)
    os.close(w); os.read(r, 1); os.close(r)
"""


def test_processor_time_of_children_counts_though_nobody_waits_for_them(attack):
    _, reason = attack(BURN, cell_seconds=5)
    # Those that ended and were not asked for are still processes.
    assert SLOW.search(reason) or "16 processes" in reason


ORPHANS = """
import time
for _ in range(60):
    r, w = os.pipe()
    if (child := os.fork()) == 0:
        if os.fork():
            os._exit(0)
        end = time.process_time() + 0.4
        while time.process_time() < end: pass
        os._exit(0)
    os.close(w); os.waitpid(child, 0); os.read(r, 1); os.close(r)
"""


def test_processor_time_of_orphans_counts(attack):
    _, reason = attack(ORPHANS, cell_seconds=5)
    assert SLOW.search(reason)


def test_files_that_have_no_name_are_limited_like_others(attack):
    source = (
        "fds = []\n"
        "for folder in ('/run/kernel', '/tmp'):\n"
        "    try:\n"
        "        for _ in range(9):\n"
        "            fds.append(os.open(folder, os.O_TMPFILE | os.O_RDWR))\n"
        "            os.write(fds[-1], bytes(2**23))\n"
        "            os.fsync(fds[-1])\n"
        "    except OSError as error: pass\n"
        "print([sum(os.fstat(fd).st_size for fd in fds) // 2**20])"
    )
    [held], reason = attack(source)
    assert reason == "" and eval(held)[0] <= 65


# What its neighbors notice.

IN_FLIGHT = """
import array, socket, time
there, back = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
null, sent = os.open("/dev/null", 0), 0
try:
    while sent < 4000:
        fds = array.array("i", [null] * 250)
        there.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
        sent += 250
except OSError as error:
    print(error)
time.sleep(9)
"""
SHARED = """
import mmap, time
held = mmap.mmap(-1, 200 * 2**20)
held.write(bytes(200 * 2**20))
for _ in range(12):
    if os.fork() == 0:
        sum(held[n] for n in range(0, len(held), 4096))
        time.sleep(9)
        os._exit(0)
time.sleep(9)
"""


@pytest.mark.parametrize("source", [IN_FLIGHT, SHARED], ids=["in flight", "shared"])
def test_a_neighbor_has_what_it_deserves(attack, source):
    attack(source, neighbor=True)


# What it can send.

SEND = """
import json
kernel = get_ipython().kernel
def send(kind, content, header=None, metadata=b"{}"):
    head = header or dict(msg_id="a", msg_type=kind, version="5.3", session="s", username="u",
                          date="2027-01-01T00:00:00Z")
    parts = [head if isinstance(head, bytes) else json.dumps(head).encode(),
             json.dumps(kernel.get_parent("shell")["header"], default=str).encode(), metadata,
             content if isinstance(content, bytes) else json.dumps(content).encode()]
    kernel.iopub_socket.send_multipart(
        [b"x", b"<IDS|MSG>", kernel.session.sign(parts), *parts])
"""

BOMBS = {
    "dates": 'head = b\'{"msg_id":"a","msg_type":"status","version":"5.3","x":[\''
    " + b'\"2027-01-01T00:00:00.000000Z\",' * 1_200_000 + b'\"\"]}'\n"
    "for n in range(14): send('status', {'n': n}, head)",
    "objects": 'send(\'stream\', b\'{"name":"stdout","text":"","x":[\''
    " + b'{},' * 30_000_000 + b'0]}')",
    "nested": "send('stream', b'[' * 10_000_000)",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_costs_its_author_only(attack, bomb):
    source = SEND + BOMBS[bomb] + "\nimport time; time.sleep(5)"
    _, reason = attack(source, neighbor=True)
    assert reason


FORGED = {
    "a negative count": "send('execute_input', {'code': '', 'execution_count': -5})",
    "a count that is true": "send('execute_input', {'code': '', 'execution_count': True})",
    "half a pair": r"""send('stream', b'{"name": "stdout", "text": "\\ud800 here"}')""",
    "metadata": "send('display_data', {'data': {'text/plain': 'here'},"
    " 'metadata': {'x': 'y' * 2**20}}, metadata=b'{\"filenames\": 5}')",
    "a foreign width": "send('display_data', {'data': {'text/plain': 'here', 'image/png': 'AAAA'},"
    " 'metadata': {'image/png': {'width': '1 onerror=alert(1)'}}})",
    "another kind": "send('display_data', {'data': {'text/html': '<script>', 'text/plain': 'here'},"
    " 'metadata': {}})",
    "no name": "send('stream', {'name': 'elsewhere', 'text': 'here'})",
}


@pytest.mark.parametrize("forgery", FORGED)
def test_what_a_kernel_forges_is_a_document_all_the_same(attack, forgery):
    [shown], reason = attack(SEND + FORGED[forgery])
    assert reason == ""
    assert "script" not in shown and "onerror" not in shown
