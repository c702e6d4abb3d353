#!/usr/bin/env python3
"""Says how alike two built sites of the same records are, so that a reader of the figures sees what was compared.

    equal_work.py OURS THEIRS        two folders of built pages

Words are what a reader sees: the text of the page's body and of its pictures, each as often as it stands there.
"""
import collections
import html
import json
import os
import re
import sys

UNSEEN = re.compile(r"<(head|script|style)\b.*?</\1>|<!--.*?-->", re.S)
TAG = re.compile(r"<[^>]*>")


def size(folder):
    """How many files there are below a folder, and how many bytes in them."""
    paths = [os.path.join(here, name) for here, _, names in os.walk(folder) for name in names]
    return len(paths), sum(os.path.getsize(path) for path in paths)


def words(markup):
    """The words that a reader sees, counted."""
    return collections.Counter(html.unescape(TAG.sub(" ", UNSEEN.sub(" ", markup))).split())


def read(folder, *path):
    with open(os.path.join(folder, *path), encoding="utf-8") as file:
        return file.read()


def share(ours, theirs, paths):
    """The share of our words on these pages that the other site's pages have too."""
    told = shared = 0
    for path in paths:
        mine, other = words(read(ours, path)), words(read(theirs, path))
        told += sum(mine.values())
        shared += sum((mine & other).values())
    return shared / told


def sample(folder, count=50):
    """Pages of records from the oldest to the newest, at equal distances, by their paths."""
    names = sorted(os.listdir(os.path.join(folder, "incidents")))
    return [os.path.join("incidents", name, "index.html") for name in names[::max(1, len(names) // count)]]


def lists(folder):
    """The pages of lists: the home page, the second of it where there is one, and a tag's."""
    paths = ["index.html", os.path.join("page", "2", "index.html"), os.path.join("tags", "bridge", "index.html")]
    return [path for path in paths if os.path.exists(os.path.join(folder, path))]


def items(folder, *feed):
    """The items of a JSON feed: what each is called by, and its words."""
    told = json.loads(read(folder, *feed, "feed.json"))["items"]
    return {item["url"]: words(item.get("content_html", item.get("summary", ""))) for item in told}


def feed_share(ours, theirs):
    """How many of our site feed's items the other feed has, of how many, and the share of their words."""
    mine, other = items(ours), items(theirs)
    told = sum(sum(item.values()) for item in mine.values())
    shared = sum(sum((item & other.get(url, collections.Counter())).values()) for url, item in mine.items())
    return len(mine.keys() & other.keys()), len(mine), shared / told


def sentence(ours, theirs):
    """The comparison in one line."""
    same, of, told = feed_share(ours, theirs)
    pages, listed = share(ours, theirs, sample(ours)), share(ours, theirs, lists(ours))
    return ("%.1f %% of our words on record pages, %.1f %% on lists, %d of the %d items of our feed and %.1f %% of "
            "their words") % (100 * pages, 100 * listed, same, of, 100 * told)


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        files, count = size(folder)
        print("%s: %d files, %.1f MB" % (folder, files, count / 1e6))
    print(sentence(*sys.argv[1:]))
