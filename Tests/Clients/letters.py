#!/usr/bin/env python3
"""Reads letters with Python's own mail package.

Usage: letters.py PROGRAM

`announce --for email` is asked for words of every kind of text; each letter must have no defect, lines of ASCII that no
mail program changes, the subject and the sender as they were written, and for its text what `announce` prints. Exit
status 0 where all agree, 1 where one does not.
"""
import email
import email.policy
import json
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
PUBLISHER = "N\u00E4chste \"Br\u00FCcke\", GmbH"

SITE = """\
title: Example
url: https://example.org/
publisher: {name: %s, contact: "mailto:security@example.org"}
assets:
  - {id: vault, name: Vault}
""" % json.dumps(PUBLISHER, ensure_ascii=False)

TEXTS = [
    ("en", "Vault drained", "A key was stolen.\n\nFrom here on:\n\n.hidden\n\n- one\n- two"),
    ("en", "=?utf-8?B?SGk=?= <b> & \"quotes\", 100 % of it", "| a | b |\n|---|---|\n| ]]> | & |\n\n```\nx = 1  \nFrom y\n```"),
    ("ar", "\u0646\u0638\u0627\u0645 \u0627\u0644\u062F\u0641\u0639 \u0645\u062A\u0648\u0642\u0641", "\u0646\u062D\u0646 \u0646\u062D\u0642\u0642. " * 200),
    ("ja", "\u6A4B\u306E\u505C\u6B62" * 20, "\u6A4B\u306F\u505C\u6B62\u3057\u3066\u3044\u307E\u3059\u3002" * 300),
    ("en", "\U0001F469\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 " * 12 + "end", "x" * 3000 + " = " + "\u00E4=" * 400),
]

RECORD = """\
id: EX-2026-%04d
kind: incident
slug: r%d
lang: %s
title: %s
status: investigating
severity: high
disclosed: 2026-02-21T09:00:00Z
summary: Told.
advice: none
assets:
  - {asset: vault, exposure: affected}
updates:
  - id: u1
    at: 2026-02-21T09:00:00Z
    status: investigating
    body: %s
    next_update: 2026-03-01T00:00:00Z
"""


def announce(folder, *arguments):
    run = subprocess.run([PROGRAM, "announce", *arguments], cwd=folder, capture_output=True)
    if run.returncode != 0:
        raise SystemExit(run.stderr.decode())
    return run.stdout


def findings(letter, title, text, to):
    lines = letter.split(b"\r\n")
    if b"\n" in letter.replace(b"\r\n", b""):
        yield "a line does not end in CRLF"
    if not letter.isascii() or any(len(line) > 78 for line in lines):
        yield "a line is too long or not ASCII"
    if any(line.startswith((b".", b"From ")) or line.endswith((b" ", b"\t")) for line in lines):
        yield "a line that mail programs change"
    message = email.message_from_bytes(letter, policy=email.policy.default)
    for part in message.walk():
        for defect in list(part.defects) + [d for value in part.values() for d in getattr(value, "defects", ())]:
            yield "%r" % defect
    if not message["Subject"].endswith("] " + text.split(" (EX-2026")[0]) or title not in message["Subject"]:
        yield "subject %r" % message["Subject"]
    if message["From"].addresses[0].display_name != PUBLISHER:
        yield "sender %r" % message["From"]
    if [address.addr_spec for address in message["To"].addresses] != to:
        yield "recipients %r" % message["To"]
    if message.get_content_type() != "multipart/alternative" or len(message.get_payload()) != 2:
        yield "is not a letter in two forms"
    plain = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    if plain.strip() != text.strip():
        yield "its text differs: %r" % plain[:200]
    if "<html lang=" not in message.get_body(("html",)).get_content():
        yield "it has no HTML"


def main():
    folder = tempfile.mkdtemp(prefix="aboveboard-letters-")
    failures = 0
    try:
        os.makedirs(os.path.join(folder, "incidents"))
        with open(os.path.join(folder, "aboveboard.yml"), "w", encoding="utf-8") as file:
            file.write(SITE)
        for index, (language, title, body) in enumerate(TEXTS):
            quoted = [json.dumps(text.strip(), ensure_ascii=False) for text in (title, body)]
            with open(os.path.join(folder, "incidents", "r%d.yml" % index), "w", encoding="utf-8") as file:
                file.write(RECORD % (index + 1, index, language, quoted[0], quoted[1]))
        to = ["subscriber-%d@lists.example.org" % number for number in range(60)]
        recipients = [part for address in to for part in ("--to", address)]
        for index, (_, title, _) in enumerate(TEXTS):
            name = "EX-2026-%04d" % (index + 1)
            text = announce(folder, name).decode()
            for finding in findings(announce(folder, name, "--for", "email", *recipients), title.strip(), text, to):
                failures += 1
                print("%s: %s" % (name, finding))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("letters: %d read by Python's mail package" % len(TEXTS))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
