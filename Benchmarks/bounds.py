"""What is asked of builds of 10,000 records, and of what a writer waits for, beside what was measured."""
import statistics


def ratios(runs, base, part=0):
    """The ratios of runs of the same rounds: of wall time, or by `part` 1 of processor time."""
    return [run[part] / other[part] for run, other in zip(runs, base)]


def ratio(runs, base, part=0):
    return statistics.median(ratios(runs, base, part))


def times_a_record(kind, small, large):
    """What a record takes of wall time at one size, held against the mean of what it takes at another just before and just
    after, round by round."""
    small_runs = small.runs[kind]
    return [
        (more[0] / large.records) / ((before[0] + after[0]) / 2 / small.records)
        for before, after, more in zip(small_runs[::2], small_runs[1::2], large.runs[kind])]


def peaks(size):
    return [run[2] for run in size.runs["all"]]


def of_builds(small, large):
    """The bounds of builds as rows: what, at most how much, how much it was in each round, and the form of these numbers."""
    runs = large.runs
    same = runs["hugo-same"]
    memory = statistics.median(peaks(large)) - statistics.median(peaks(small))
    return [
        ("equal work to Hugo's wall time", 0.15, ratios(runs["equal"], same), "%.3f"),
        ("equal work to Hugo's processor time", 0.15, ratios(runs["equal"], same, 1), "%.3f"),
        ("every file to Hugo's wall time", 0.30, ratios(runs["all"], same), "%.3f"),
        ("every file to `cp -r` of it", 3, ratios(runs["all"], runs["copy"]), "%.2f"),
        ("one record edited, of every file", 0.05, ratios(runs["edit"], runs["all"]), "%.3f"),
        ("nothing to do, of every file", 0.03, ratios(runs["again"], runs["all"]), "%.3f"),
        ("peak memory in MiB", 120, peaks(large), "%.0f"),
        ("each further record in KB of memory", 6, [memory * 2 ** 20 / 1000 / (large.records - small.records)], "%.1f"),
        ("a record to a record of %s" % format(small.records, ","), 1, times_a_record("all", small, large), "%.2f"),
    ]


def of_waits(saved, bare, version, check):
    """The bounds of what a writer waits for. A few milliseconds are taken for ten."""
    return [
        ("from save to page in ms, at 1,000 records", 150, [saved * 1000], "%.0f"),
        ("`--version` in ms beyond `true`", 10, [(version - bare) * 1000], "%.1f"),
        ("`check` of one record in ms beyond `true`", 10, [(check - bare) * 1000], "%.1f"),
    ]


def table(rows):
    """The rows as Markdown: each bound beside the median of what was measured, and from what to what it went."""
    yield "| bound | at most | measured | least and most | |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for name, most, measured, form in rows:
        median = statistics.median(measured)
        spread = " to ".join(form % value for value in (min(measured), max(measured))) if len(measured) > 1 else ""
        verdict = "met" if median <= most else "**not met**"
        yield "| %s | %g | %s | %s | %s |" % (name, most, form % median, spread, verdict)
