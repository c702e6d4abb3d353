#!/usr/bin/env python3
"""Reads feeds of hostile texts back with other people's parsers.

Usage: read_back.py PROGRAM

Builds a site whose titles, summaries and updates hold what breaks feeds: ends of CDATA, entities, marks of direction,
emoji, tags and code, in a record with a hundred updates, one with updates of one second, one without updates, and a
site with no record. Each of Python's own parsers, xmllint (libxml2), feedparser and html5lib must find what was written.
One that is not installed is skipped and named. Exit status 0 where all that ran agree, 1 where one does not.
"""
import html.parser
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

PROGRAM = os.path.abspath(sys.argv[1])
ATOM = "{http://www.w3.org/2005/Atom}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"

SITE = """\
title: Example
url: https://example.org/
assets:
  - {id: vault, name: Vault}
"""

# What a reader must see, and how it is written in Markdown where that differs.
TEXTS = [
    ("]]> <![CDATA[ &amp; &lt;p&gt; &#38; </content>", "]]> \\<![CDATA[ \\&amp; \\&lt;p\\&gt; \\&#38; \\</content>"),
    ("\U0001F469\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 \U0001F3F4\u200D\u2620\uFE0F \U0001F1EE\U0001F1F9 e\u0301 \uFDFA", None),
    ("\u200F\u05E9\u05DC\u05D5\u05DD\u200E (abc) \u0645\u0631\u062D\u0628\u0627", None),
    ("\"quotes\" 'single' \\ $ % {{title}} {% x %}", "\"quotes\" 'single' \\\\ $ % {{title}} {% x %}"),
    ("a\u00A0b \uE000 \U0010FFFD end", None),
    ("1 < 2 > 0 & <owner> </script> <b>", "1 < 2 > 0 & \\<owner> \\</script> \\<b>"),
]


def record(number, title, summary, bodies, moments):
    quoted = lambda text: json.dumps(text, ensure_ascii=False)  # noqa: E731
    text = """\
id: EX-2026-%04d
kind: incident
slug: r%d
title: %s
status: investigating
severity: high
disclosed: 2026-02-21T09:00:00Z
summary: %s
advice: none
assets:
  - {asset: vault, exposure: affected}
""" % (number, number, quoted(title), quoted(summary))
    text += "updates:\n" + "".join(
        "  - id: u%d\n    at: %s\n    status: investigating\n    body: %s\n    next_update: 2026-03-01T00:00:00Z\n"
        % (index + 1, at, quoted(body)) for index, (at, body) in enumerate(zip(moments, bodies)))
    return text


STATEMENT = """\
id: EX-2026-0900
kind: statement
slug: silent
title: Not affected
status: not_affected
disclosed: 2026-02-21T10:00:00Z
summary: We do not use it.
advice: none
references: [{id: a1, title: A, url: "https://example.org/a"}]
products: [{asset: vault, status: not_affected, justification: component_not_present, impact: No use.}]
"""


class Words(html.parser.HTMLParser):
    """The text of HTML, read by Python's own parser."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        self.found.append(data)


def words(markup):
    parser = Words()
    parser.feed(markup)
    parser.close()
    return "".join(parser.found)


def records():
    made = []
    for index, (seen, written) in enumerate(TEXTS):
        made.append(record(index + 1, seen.strip(), "Told.", [written or seen], ["2026-02-21T09:00:00Z"]))
    made.append(record(
        100, "Hundred", "Told.", ["Word %d." % number for number in range(1, 101)],
        ["2026-02-21T%02d:%02d:00Z" % (9 + number // 60, number % 60) for number in range(100)]))
    made.append(record(101, "Twins", "Told.", ["One.", "Two."], ["2026-02-21T09:00:00Z"] * 2))
    made.append(STATEMENT)
    return made


def build(folder, texts):
    os.makedirs(os.path.join(folder, "incidents"))
    with open(os.path.join(folder, "aboveboard.yml"), "w") as file:
        file.write(SITE)
    for index, text in enumerate(texts):
        with open(os.path.join(folder, "incidents", "r%d.yml" % index), "w", encoding="utf-8") as file:
            file.write(text)
    run = subprocess.run([PROGRAM, "build"], cwd=folder, capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit("\n".join(part for part in run.stderr.split("\n\n") if "error" in part))
    return os.path.join(folder, "site")


def by_python(data, path):
    """Title and content of each item, newest first."""
    if path.endswith("json"):
        return [(item["title"], item["content_html"]) for item in json.loads(data)["items"]]
    root = xml.etree.ElementTree.fromstring(data)
    if path.endswith("atom.xml"):
        return [(e.findtext(ATOM + "title"), e.findtext(ATOM + "content")) for e in root.iter(ATOM + "entry")]
    return [(e.findtext("title"), e.findtext(ENCODED)) for e in root.iter("item")]


def by_feedparser(data, path):
    import feedparser
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if found.bozo:
        return repr(found.bozo_exception)
    # feedparser takes a title without marks for HTML where a tag stands in it; Atom says that it is plain.
    return [(entry.title, entry.content[0].value) for entry in found.entries]


def main():
    folder = tempfile.mkdtemp(prefix="aboveboard-read-back-")
    parsers = [by_python]
    try:
        import feedparser  # noqa: F401
        parsers.append(by_feedparser)
    except ImportError:
        print("skipped: feedparser is not installed")
    try:
        import html5lib
    except ImportError:
        html5lib = None
    failures = []
    try:
        site = build(os.path.join(folder, "full"), records())
        empty = build(os.path.join(folder, "empty"), [])
        paths = sorted(
            os.path.join(top, name) for root in (site, empty) for top, _, names in os.walk(root) for name in names
            if name in ("feed.xml", "atom.xml", "feed.json"))
        if shutil.which("xmllint"):
            run = subprocess.run(["xmllint", "--noout", "--nonet"] + [p for p in paths if p.endswith("xml")],
                                 capture_output=True, text=True)
            if run.returncode != 0:
                failures.append("xmllint: " + run.stderr[:2000])
        for path in paths:
            with open(path, "rb") as file:
                data = file.read()
            expected = by_python(data, path)
            for parser in parsers:
                if parser is by_feedparser and path.endswith("json"):
                    continue
                found = parser(data, path)
                if isinstance(found, str) or len(found) != len(expected):
                    failures.append("%s: %s reads %s" % (path, parser.__name__, found if isinstance(found, str) else len(found)))
            for _, content in expected:
                if html5lib:
                    try:
                        html5lib.HTMLParser(strict=True).parseFragment(content)
                    except html5lib.html5parser.ParseError as error:
                        failures.append("%s: html5lib: %s" % (path, error))
        for index, (seen, _) in enumerate(TEXTS):
            for form in ("feed.xml", "atom.xml", "feed.json"):
                path = os.path.join(site, "incidents", "r%d" % (index + 1), form)
                with open(path, "rb") as file:
                    data = file.read()
                for parser in parsers:
                    if parser is by_feedparser and form == "feed.json":
                        continue
                    title, content = parser(data, path)[0]
                    if title != "Investigating: " + seen.strip():
                        failures.append("%s: %s: title %r" % (path, parser.__name__, title))
                    if seen not in words(content):
                        failures.append("%s: %s: content %r" % (path, parser.__name__, content[:200]))
        counts = [("r100", 50), ("r101", 2), ("silent", 1)]
        for name, count in counts:
            with open(os.path.join(site, "incidents", name, "feed.json"), "rb") as file:
                if len(by_python(file.read(), "feed.json")) != count:
                    failures.append("%s has not %d items" % (name, count))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for failure in failures[:40]:
        print(failure)
    if failures:
        return 1
    print("read back by %s%s" % (
        " and ".join(parser.__name__[3:] for parser in parsers), ", and held by html5lib" if html5lib else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
