#!/usr/bin/env python3
"""Follows three builds of one site with real feed readers.

Usage: three_builds.py PROGRAM

A first notice; an update and a slip mended; a correction and the post-mortem. After each build every reader must show
exactly the new items as unread and no other. The readers are newsboat (RSS and Atom) and reader (RSS, Atom and JSON
Feed; `pip install reader`); one that is not installed is skipped and named. Exit status 0 where all that ran agree, 1
where one does not.
"""
import functools
import http.server
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading

PROGRAM = os.path.abspath(sys.argv[1])
AUTHORITY = "tag:example.org,2026:EX-2026-0001/"
FEEDS = ["feed.xml", "atom.xml", "feed.json", "incidents/vault/feed.xml", "incidents/vault/atom.xml"]

SITE = """\
title: Example
url: https://example.org/
assets:
  - {id: vault, name: Vault}
"""

HEAD = """\
id: EX-2026-0001
kind: incident
title: Vault drained
status: %s
severity: high
disclosed: 2026-02-21T09:00:00Z
summary: Somebody drains the vault.
advice: none
assets:
  - {asset: vault, exposure: affected}
losses: unknown
root_cause: {category: unknown, confidence: suspected}
assurances:
  - {says: contained, means: not_stated}
references:
  - {id: r1, url: "https://example.org/report", title: Report}
"""

OPEN_QUESTIONS = "questions:\n" + "".join(
    "  - {asks: %s, about: %s}\n" % (asks, about)
    for asks, about in [
        ("When was it noticed?", "timeline"),
        ("What was done?", "mitigations"),
        ("What was the cause?", "root_cause.summary"),
        ("What was learned?", "lessons"),
        ("How sure is the loss?", "losses"),
        ("Where is the money?", "losses.at_large"),
    ]
)

UPDATES = [
    ("u1", "2026-02-21T09:00:00Z", "investigating", "Somebody drains the valt.", "2026-02-21T12:00:00Z"),
    ("u2", "2026-02-21T12:00:00Z", "identified", "A key was stolen.", "2026-02-23T12:00:00Z"),
    ("u3", "2026-02-23T12:00:00Z", "postmortem", "The review is done.", "none"),
]

TYPO = "  - {at: 2026-02-21T12:00:00Z, of: 'update:u1', kind: typo, was: valt, now: vault}\n"
FACT = "  - {at: 2026-02-22T12:00:00Z, of: 'update:u2', kind: factual, was: key, now: password, reason: It was no key.}\n"


def record(count, corrections):
    updates = UPDATES[:count]
    text = HEAD % updates[-1][2] + OPEN_QUESTIONS + "updates:\n"
    for name, at, status, body, following in updates:
        if TYPO in corrections:
            body = body.replace("valt", "vault")
        if FACT in corrections:
            body = body.replace("A key", "A password")
        text += "  - id: %s\n    at: %s\n    status: %s\n    body: %s\n    next_update: %s\n" % (
            name, at, status, body, following)
    if corrections:
        text += "corrections:\n" + "".join(corrections)
    return text


BUILDS = [
    ("a first notice", record(1, []), {"update/u1"}),
    ("an update and a slip mended", record(2, [TYPO]), {"update/u2"}),
    ("a correction and the post-mortem", record(3, [TYPO, FACT]), {"correction/2", "update/u3"}),
]


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {".xml": "application/xml", ".json": "application/feed+json", "": "application/octet-stream"}

    def log_message(self, *arguments):
        pass

    def send_header(self, keyword, value):
        # Two builds within one second have one date, by which a reader would take the second for the first.
        if keyword != "Last-Modified":
            super().send_header(keyword, value)


class Newsboat:
    name = "newsboat"

    def __init__(self, folder, url):
        self.urls = [url + path for path in FEEDS if path.endswith(".xml")]
        self.folders = []
        for index, address in enumerate(self.urls):
            # newsboat keeps one item a guid over all feeds of a cache: each feed has a cache of its own.
            own = os.path.join(folder, "newsboat-%d" % index)
            os.makedirs(own)
            with open(os.path.join(own, "urls"), "w") as file:
                file.write(address + "\n")
            with open(os.path.join(own, "config"), "w") as file:
                file.write("auto-reload no\n")
            self.folders.append(own)

    def unread(self):
        for address, own in zip(self.urls, self.folders):
            cache = os.path.join(own, "cache.db")
            subprocess.run(
                ["newsboat", "-q", "-C", os.path.join(own, "config"), "-u", os.path.join(own, "urls"), "-c", cache,
                 "-x", "reload"],
                check=True, timeout=60, stdout=subprocess.DEVNULL, env={**os.environ, "HOME": own, "TERM": "xterm"})
            with sqlite3.connect(cache) as database:
                found = [row[0] for row in database.execute("select guid from rss_item where unread = 1")]
                database.execute("update rss_item set unread = 0")
            yield address, found


class Reader:
    name = "reader"

    def __init__(self, folder, url):
        from reader import make_reader
        self.reader = make_reader(os.path.join(folder, "reader.db"))
        self.urls = [url + path for path in FEEDS]
        for address in self.urls:
            self.reader.add_feed(address)

    def unread(self):
        for result in self.reader.update_feeds_iter(scheduled=False):
            if result.error:
                raise SystemExit("reader: %s: %s" % (result.url, result.error))
        for address in self.urls:
            entries = list(self.reader.get_entries(feed=address, read=False))
            for entry in entries:
                self.reader.mark_entry_as_read(entry)
            yield address, [entry.id for entry in entries]


def main():
    clients = []
    if shutil.which("newsboat"):
        clients.append(Newsboat)
    else:
        print("skipped: newsboat is not installed")
    try:
        import reader  # noqa: F401
        clients.append(Reader)
    except ImportError:
        print("skipped: reader is not installed")
    if not clients:
        print("three builds: followed by no client")
        return 0

    failures = 0
    folder = tempfile.mkdtemp(prefix="aboveboard-clients-")
    try:
        site = os.path.join(folder, "source")
        os.makedirs(os.path.join(site, "incidents"))
        with open(os.path.join(site, "aboveboard.yml"), "w") as file:
            file.write(SITE)
        handler = functools.partial(Quiet, directory=os.path.join(site, "site"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = "http://127.0.0.1:%d/" % server.server_address[1]
        running = None
        for title, text, expected in BUILDS:
            with open(os.path.join(site, "incidents", "vault.yml"), "w") as file:
                file.write(text)
            built = subprocess.run([PROGRAM, "build"], cwd=site, capture_output=True, text=True)
            if built.returncode != 0:
                print(built.stdout + built.stderr)
                return 1
            if running is None:
                running = [client(folder, url) for client in clients]
            for client in running:
                for address, found in client.unread():
                    wanted = sorted(AUTHORITY + name for name in expected)
                    if sorted(found) != wanted:
                        failures += 1
                        print("%s, %s, %s: unread are %s and not %s" % (
                            title, client.name, address[len(url):], sorted(found), wanted))
        server.shutdown()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if failures:
        return 1
    print("three builds: %s saw exactly the new items%s" % (
        " and ".join(client.name for client in clients), "" if len(clients) > 1 else "; there was one client alone"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
