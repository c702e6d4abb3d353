"""The facts as a site of Hugo whose pages and feeds tell what Aboveboard's tell.

All tables stand in front matter under Aboveboard's own names, newest update first as the page shows them. The updates'
Markdown is the page's content, with a thematic break between two updates, so that Hugo turns all of it into HTML once
a page and the theme takes it apart. The theme stands in `hugo-same/`; style and script are Aboveboard's own files.
"""
import pathlib

import aboveboard_site
import facts
from yaml_text import Number, text

THEME = pathlib.Path(__file__).parent / "hugo-same"
OURS = pathlib.Path(__file__).parent.parent / "templates"
STATIC = ["style.css", "time.js", "feed.css", "search/search.js"]


def files(records):
    for path in sorted(THEME.rglob("*")):
        if path.is_file():
            told = path.read_text(encoding="utf-8")
            if path.name == "hugo.toml":
                told += "[params]\nhost = 'incidents.example.org'\nas_of = '%s'\n" % facts.moment(facts.as_of(records))
            yield str(path.relative_to(THEME)), told
    for path in STATIC:
        yield "static/" + path, (OURS / path).read_text(encoding="utf-8")
    names = [place + " " + part for place in facts.PLACES for part in facts.PARTS]
    yield "data/assets.yaml", text({aboveboard_site.asset_id(name): name for name in names})


def record(fact):
    told = aboveboard_site.told(fact)
    identifier = told["id"].lower()
    # What a page is called is Hugo's own word.
    del told["kind"]
    updates = list(reversed(told.pop("updates")))
    bodies = [update["body"] for update in updates]
    front = {"date": told.pop("disclosed"), "lastmod": updates[0]["at"]}
    front.update(told)
    front["losses"] = [dict({key: Number(value) if key in facts.DISPOSITIONS + ["amount"] else value
                             for key, value in loss.items()},
                            value=dict(loss["value"], amount=Number(loss["value"]["amount"])))
                       for loss in told["losses"]]
    front["updates"] = [{key: value for key, value in update.items() if key != "body"} for update in updates]
    return "content/incidents/%s.md" % identifier, "---\n%s---\n%s" % (text(front), "\n***\n\n".join(bodies))
