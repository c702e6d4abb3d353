"""Puts in memory, or lets out of it, what a run shall or shall not find there; and has the machine hold its memory where
the host of a rented one takes back what is free."""
import glob
import mmap
import os
import pathlib
import subprocess
import sys

# What is left free while memory is taken in parts, and of which stretch of it one page is kept.
LEAST_FREE = 512 << 20
PART = 256 << 20
STRETCH = 256 << 10


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
    drop_caches("2")


def drop_caches(which):
    """2 has Linux forget the names of files, 3 what it holds of their bytes as well; nothing where it may not."""
    try:
        with open("/proc/sys/vm/drop_caches", "w") as caches:
            caches.write(which)
    except OSError:
        pass


def host_takes_what_is_free():
    """Whether the host of this virtual machine takes back pages that are free (virtio's free page reporting, the sixth
    bit of the balloon's features). A page that is used anew then costs some microseconds instead of a fraction of one,
    which falls on whichever run happens to use it."""
    return any(pathlib.Path(path).read_text()[5:6] == "1"
               for path in glob.glob("/sys/bus/virtio/drivers/virtio_balloon/virtio*/features"))


def free_bytes():
    for line in pathlib.Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemFree:"):
            return int(line.split()[1]) << 10
    return 0


class Held:
    """While it lives, the machine keeps its memory where the host takes back what is free: a process of its own uses all that
    is free once, and then keeps a page of each stretch. Only stretches of 2 MB without a single page in use are told to
    the host."""

    def __init__(self):
        self.process = None
        if not host_takes_what_is_free():
            return
        self.process = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.process.stdout.readline()

    def let_go(self):
        if self.process:
            self.process.communicate()


def hold():
    """Uses what is free, keeps a page of each stretch of it, says so, and waits until nobody needs it any more."""
    os.sync()
    drop_caches("3")
    kept = []
    while (size := min(PART, free_bytes() - LEAST_FREE)) >= STRETCH:
        memory = mmap.mmap(-1, size - size % STRETCH, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        memory.madvise(mmap.MADV_NOHUGEPAGE)
        for place in range(0, len(memory), mmap.PAGESIZE):
            memory[place] = 1
        kept.append(memory)
    for memory in kept:
        for start in range(0, len(memory), STRETCH):
            memory.madvise(mmap.MADV_DONTNEED, start + mmap.PAGESIZE, STRETCH - mmap.PAGESIZE)
    print("held", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    hold()
