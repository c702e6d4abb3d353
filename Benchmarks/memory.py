"""Puts in memory, or lets out of it, what a run shall or shall not find there; and has the machine hold its memory where
the host of a rented one takes back what is free."""
import glob
import os
import pathlib
import tempfile

# What stays free where memory is held, and how much of the file that holds it is read at once.
LEAST_FREE = 512 << 20
PART = 4 << 20


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


def hold_in(folder):
    """From now on `hold` holds memory, in a folder that is no memory itself; nothing where the host takes none back."""
    if host_takes_what_is_free():
        hold.file = tempfile.TemporaryFile(dir=folder, buffering=0)


def hold():
    """Fills what is free with pages of a file without content, which Linux gives up for the asking: a run then finds memory
    as on a machine of one's own that has been up for a while."""
    if hold.file is None:
        return
    part = bytearray(PART)
    # What is held already may have to go for what is new: twice is enough.
    for _ in range(2):
        for _ in range(max(0, free_bytes() - LEAST_FREE) // PART):
            end = hold.end + PART
            os.ftruncate(hold.file.fileno(), end)
            os.preadv(hold.file.fileno(), [part], hold.end)
            hold.end = end


hold.file = None
hold.end = 0
