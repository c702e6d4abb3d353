#!/usr/bin/env python3
"""Writes a site of invented records, for Aboveboard or, with the same facts, for Hugo.

    generate.py --records 10000 --for aboveboard --out FOLDER
    generate.py --records 10000 --for aboveboard --out FOLDER --edit 1234     the title of one record, changed

The same seed and size give the same bytes. Needs Python 3 and nothing else.
"""
import argparse
import pathlib

import aboveboard_site
import facts
import hugo_same_site
import hugo_site

SITES = {"aboveboard": aboveboard_site, "hugo": hugo_site, "hugo-same": hugo_same_site}


def write(folder, path, text):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def site(name, records, folder, seed=1):
    for path, text in SITES[name].files(records):
        write(folder, path, text)
    for number in range(records):
        write(folder, *SITES[name].record(facts.record(seed, number, records)))


def edit(name, number, records, folder, seed=1, words=" again"):
    """Rewrites one record with its title changed, and an owned-up correction's quotation with it."""
    fact = facts.record(seed, number, records)
    fact["title"] += words
    write(folder, *SITES[name].record(fact))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--records", type=int, required=True)
    parser.add_argument("--for", dest="name", choices=sorted(SITES), required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edit", type=int, metavar="NUMBER")
    chosen = parser.parse_args()
    if chosen.edit is None:
        site(chosen.name, chosen.records, chosen.out, chosen.seed)
    else:
        edit(chosen.name, chosen.edit, chosen.records, chosen.out, chosen.seed)


if __name__ == "__main__":
    main()
