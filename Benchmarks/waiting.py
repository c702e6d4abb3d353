"""How long a writer waits: for the program to start, for the check of one record, and under `serve` from a save to the
page as a browser has it that reloads."""
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import time

import facts
import generate
from measuring import measured, wait_for_quiet

STARTS = 20
SAVES = 12
# Seconds after which something is wrong.
PATIENCE = 60


def starts(program, work):
    """Median seconds of the bare process (`true`), of `--version`, and of `check` of the site of one record that `init`
    makes."""
    one = work / "one"
    measured([program, "init", str(one)])
    wait_for_quiet()
    commands = [[shutil.which("true")], [program, "--version"], [program, "check"]]
    runs = [[measured(command, str(one))[0] for command in commands] for _ in range(STARTS)]
    return [statistics.median(times) for times in zip(*runs)]


def saves(program, site, records):
    """Median seconds from the save of a record with another title to its page with that title, read whole."""
    # What builds before have written is not this one's to wait for.
    os.sync()
    wait_for_quiet()
    preview = "127.0.0.1", free_port()
    serving = subprocess.Popen([program, "serve", "--port", str(preview[1])], cwd=site,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with asked(preview, "/.aboveboard/events") as events:
            wait(preview, events, site, records, "")
            # The last save writes the record as it was.
            return statistics.median(
                wait(preview, events, site, records, "" if number % 2 else " saved") for number in range(SAVES))
    finally:
        serving.terminate()
        serving.wait()


def wait(preview, events, site, records, words):
    """Saves a record whose title ends in some words, and answers after how many seconds its page says them."""
    record = records // 2
    title = ">%s</h1>" % (facts.record(1, record, records)["title"] + words)
    start = time.monotonic()
    generate.edit("aboveboard", record, records, site, words=words)
    while time.monotonic() < start + PATIENCE:
        with asked(preview, "/incidents/exa-2016-%05d/" % (record + 1)) as page:
            if title in page.read().decode():
                return time.monotonic() - start
        # Of each build those hear who listen, as open pages do.
        while not events.readline().startswith(b"event: site"):
            pass
    raise SystemExit("the preview does not show what was saved")


def asked(preview, path):
    """The answer of the preview, which may have only just begun."""
    patience = time.monotonic() + PATIENCE
    while True:
        connection = http.client.HTTPConnection(*preview, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            return connection.getresponse()
        except ConnectionRefusedError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.05)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
