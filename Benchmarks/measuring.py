"""Runs one process and says what it cost."""
import os
import shutil
import sys
import time
import typing

# What the host of a rented machine may take of the processors from a run that counts, how often one that lost more is
# made, and for how many seconds quieter moments are waited for, all in all.
MOST_TAKEN = 0.05
TRIES = 2
PATIENCE = 300
# Another try of a large build writes some gigabytes; where fewer bytes than these are free, there is none.
ROOM = 15e9


class Run(typing.NamedTuple):
    """Wall seconds, processor seconds and peak MiB of one process, and the share of all processors' time of these wall
    seconds that the machine's host gave to others."""
    wall: float
    cpu: float
    peak: float
    taken: float


def measured(command, folder=None):
    """One process, run; its peak cannot be less than this program's own."""
    here = os.getcwd()
    if folder:
        os.chdir(folder)
    os.sync()
    quiet = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_WRONLY, 0) for descriptor in (1, 2)]
    taken = seconds_taken()
    start = time.monotonic()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    taken = seconds_taken() - taken
    os.chdir(here)
    if status != 0:
        sys.exit("%s ended with %d" % (" ".join(command), os.waitstatus_to_exitcode(status)))
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, taken / wall / os.cpu_count())


def seconds_taken():
    """Seconds that processors of this machine wanted to run and its host let them wait (Linux's `steal`), of all since it
    started; nothing where the system does not tell."""
    try:
        with open("/proc/stat") as file:
            return int(file.readline().split()[8]) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError):
        return 0


def undisturbed(run, work):
    """What `run` measured, told the number of its try, where the host took no more than it may; else that of the tries
    of which it took least, and how many more were made."""
    best = None
    for number in range(TRIES):
        wait_for_quiet()
        made = run(number)
        best = made if best is None or made.taken < best.taken else best
        if best.taken <= MOST_TAKEN or shutil.disk_usage(work).free < ROOM:
            break
    return best, number


def wait_for_quiet():
    """Waits until the host gives the processors to those who ask for them, as long as there is patience left. What they
    are not asked for it does not take, so they are kept busy for a moment."""
    while wait_for_quiet.patience > 0 and seconds_taken():
        taken, start = seconds_taken(), time.monotonic()
        for process in spinning(0.25):
            os.waitpid(process, 0)
        if seconds_taken() - taken <= MOST_TAKEN * os.cpu_count() * (time.monotonic() - start):
            return
        time.sleep(1)
        wait_for_quiet.patience -= time.monotonic() - start


wait_for_quiet.patience = PATIENCE


def spinning(seconds):
    """Processes that keep every processor busy for so long."""
    processes = []
    for _ in range(os.cpu_count()):
        process = os.fork()
        if process == 0:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                pass
            os._exit(0)
        processes.append(process)
    return processes


def middle(runs):
    """The run that took neither the most nor the least time of an odd number of them."""
    return sorted(runs)[len(runs) // 2]


def mean(*runs):
    """What runs of the same kind took in the mean, and the highest of their peaks."""
    wall, cpu, peaks, taken = zip(*runs)
    return Run(sum(wall) / len(runs), sum(cpu) / len(runs), max(peaks), sum(taken) / len(runs))
