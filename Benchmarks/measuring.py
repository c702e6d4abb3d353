"""Runs one process and says what it cost; and puts in memory, or lets out of it, what a run shall or shall not find there."""
import os
import sys
import time


def measured(command, folder=None):
    """Wall seconds, processor seconds and peak MiB of one process; the peak cannot be less than this program's own."""
    here = os.getcwd()
    if folder:
        os.chdir(folder)
    os.sync()
    quiet = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_WRONLY, 0) for descriptor in (1, 2)]
    start = time.monotonic()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    os.chdir(here)
    if status != 0:
        sys.exit("%s ended with %d" % (" ".join(command), os.waitstatus_to_exitcode(status)))
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def mean(*runs):
    """What runs of the same kind took in the mean, and the highest of their peaks."""
    wall, cpu, peaks = zip(*runs)
    return sum(wall) / len(runs), sum(cpu) / len(runs), max(peaks)


def files_below(folder):
    return (os.path.join(top, name) for top, _, names in os.walk(folder) for name in names)


def remember(folder):
    """Reads all files of a folder, part by part, so that the run behind finds them in memory."""
    for path in files_below(folder):
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 16):
                pass


def forget(*folders):
    """Lets the files of some folders out of memory. Builds write gigabytes, and where memory is full of what earlier
    ones wrote, the kernel looks for room on the processors that the build behind them is measured on. Where it still
    knows the names of a million files, less may wait to be written than on a machine that has just started; only root
    can have it forget those."""
    os.sync()
    for path in (path for folder in folders for path in files_below(folder)):
        descriptor = os.open(path, os.O_RDONLY)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)
    try:
        with open("/proc/sys/vm/drop_caches", "w") as names:
            names.write("2")
    except OSError:
        pass
