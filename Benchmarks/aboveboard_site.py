"""The facts as a site of Aboveboard: `aboveboard.yml` with its register, and a file a record."""
import facts
import yaml_text
from facts import STAGES
from yaml_text import Number


def asset_id(name):
    return name.lower().replace(" ", "-")


def files(records):
    """The site's files but its records: path and text."""
    configuration = {
        "title": "Incident records", "url": "https://incidents.example.org/", "lang": "en", "id_prefix": "EXA",
        "publisher": {"name": "Example project", "url": "https://example.org/",
                      "contact": "security@example.org", "category": "vendor"},
        "feeds": {"items": Number("50")}, "pages": {"per_page": Number("50")}, "as_of": facts.moment(facts.as_of(records)),
        "assets": [{"id": asset_id(place + " " + part), "name": place + " " + part, "type": "service"}
                   for place in facts.PLACES for part in facts.PARTS],
        "tokens": [{"id": token, "name": token} for token in facts.TOKENS],
    }
    yield "aboveboard.yml", yaml_text.text(configuration)


def told(fact):
    """What the record says, in the order of the file; every question that its stage must answer is answered."""
    stage, updates = fact["stage"], []
    identifier = "EXA-%s-%05d" % (fact["year"], fact["number"] + 1)
    for place, update in enumerate(fact["updates"]):
        row = dict(update)
        if STAGES.index(row["status"]) < 3:
            following = fact["updates"][place + 1:place + 2]
            row["next_update"] = following[0]["at"] if following else fact["next"]
        updates.append(row)
    timeline = [{key: event[key] for key in ("at", "phase", "milestone", "text") if key in event}
                for event in fact["timeline"]]
    for (milestone, least, phase), words in zip(
            (("contained", 2, "containment"), ("resolved", 3, "recovery")), fact["milestones"]):
        reached = [update["at"] for update in updates if STAGES.index(update["status"]) >= least]
        if reached:
            timeline.append({"at": reached[0], "phase": phase, "milestone": milestone, "text": words})
    out = {
        "id": identifier, "kind": "incident", "title": fact["title"], "status": STAGES[stage],
        "severity": fact["severity"], "disclosed": fact["disclosed"], "summary": fact["summary"],
        "tags": fact["tags"], "timeline": timeline,
        "assets": [{"asset": asset_id(name), "exposure": exposure, "status": status}
                   for name, (exposure, status) in fact["affected"].items()],
        "losses": [{"token": token, "amount": loss["amount"], "class": "stolen", "owner": loss["owner"],
                    "value": {"currency": "USD", "amount": loss["value"], "at": fact["disclosed"], "source": "r1",
                              "basis": "estimate"},
                    "confidence": loss["confidence"], "source": "r1", loss["disposition"]: loss["amount"]}
                   for token, loss in fact["losses"].items()],
        "root_cause": {"category": fact["cause"]["category"],
                       "confidence": "confirmed" if stage == 4 else "suspected", "summary": fact["cause"]["summary"]},
        "advice": [{"do": fact["advice"], "who": "everyone with a balance", "urgency": "soon"}],
    }
    if stage >= 2:
        out["assurances"] = [{"says": "contained", "means": fact["meaning"], "as_of": updates[-1]["at"],
                              "by": "security team", "confidence": "confirmed", "evidence": ["r1"]}]
    out["mitigations"] = fact["measures"]
    if fact["lessons"]:
        out["lessons"] = {"went_well": fact["lessons"][:1], "went_wrong": fact["lessons"][1:3],
                          "got_lucky": fact["lessons"][3:]}
    if fact["number"] % 3 == 0:
        out["on_chain"] = {"transactions": [{"chain": "eip155:1", "hash": one, "role": "theft"}
                                            for one in fact["hashes"]]}
    if fact["number"] % 10 == 3:
        out["corrections"] = [{"at": updates[-1]["at"], "of": "title", "kind": "factual",
                               "was": fact["title"] + " twice", "now": fact["title"], "reason": fact["reason"]}]
    out["updates"] = updates
    out["references"] = [{"id": "r%d" % (place + 1), "title": one["title"], "url": one["url"], "type": "article"}
                         for place, one in enumerate(fact["references"])]
    return out


def record(fact):
    """The record's path and text."""
    out = told(fact)
    return "incidents/%s/%s.yml" % (fact["year"], out["id"].lower()), yaml_text.text(out)
