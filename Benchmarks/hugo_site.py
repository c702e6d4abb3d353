"""The facts as a site of Hugo, in the form that costs Hugo least: the tables in front matter, the updates' Markdown as
the page's content, so that Markdown runs once a page. The theme is a minimal one; its files stand in `hugo/`."""
import pathlib

import yaml_text
from facts import STAGES
from yaml_text import Number

THEME = pathlib.Path(__file__).parent / "hugo"


def files(records):
    for path in sorted(THEME.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(THEME)), path.read_text(encoding="utf-8")


def record(fact):
    identifier = "EXA-%s-%05d" % (fact["year"], fact["number"] + 1)
    front = {
        "id": identifier, "title": fact["title"], "status": STAGES[fact["stage"]], "severity": fact["severity"],
        "date": fact["disclosed"], "summary": fact["summary"], "tags": fact["tags"],
        "timeline": [{key: event[key] for key in ("at", "phase", "text")} for event in fact["timeline"]],
        "affected": [{"name": name, "exposure": exposure, "state": status}
                     for name, (exposure, status) in fact["affected"].items()],
        "losses": [{"token": token, "amount": Number(loss["amount"]), "usd": Number(loss["value"]),
                    "owner": loss["owner"], "state": loss["disposition"], "confidence": loss["confidence"]}
                   for token, loss in fact["losses"].items()],
        "mitigations": fact["measures"], "references": fact["references"],
    }
    body = "\n".join("### %s: %s\n\n%s" % (update["at"], update["status"], update["body"])
                     for update in fact["updates"])
    return "content/incidents/%s.md" % identifier.lower(), "---\n%s---\n%s" % (yaml_text.text(front), body)
