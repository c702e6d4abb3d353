"""Invented incidents: the one place that says what a record holds.

The same seed, number and size of the site give the same record, byte for byte. A serializer reads these facts and never
asks the random generator, so that two sites of the same size tell the same things.

A site tells its records as people do who keep one: what is old is settled, its promises are kept or dropped and its
lessons told; the newest few dozen records are still under way, and a few of the old ones were forgotten.
"""
import random
from datetime import datetime, timedelta

STAGES = ["investigating", "identified", "monitoring", "resolved", "postmortem"]
SEVERITIES = ["low", "medium", "high", "critical"]
PHASES = ["attack", "detection", "analysis", "containment", "recovery", "communication", "post_incident"]
CAUSES = ["key_compromise", "smart_contract", "supply_chain", "third_party", "frontend", "insider", "phishing",
          "infrastructure", "configuration"]
MEASURES = ["containment", "fix", "workaround", "key_rotation", "halt", "freeze", "monitoring", "process", "audit"]
TEAMS = ["platform", "security", "treasury", "contracts", "operations", "legal", "communications"]
OWNERS = ["treasury", "users", "third_party"]
CONFIDENCES = ["confirmed", "likely", "unverified"]
DISPOSITIONS = ["at_large", "frozen", "recovered", "returned"]
EXPOSURES = [("affected", "degraded_performance"), ("affected", "major_outage"), ("affected", "partial_outage"),
             ("not_affected", "operational"), ("unknown", "under_maintenance")]
TOKENS = ["ARB", "AVAX", "BTC", "CRV", "DAI", "ETH", "LINK", "OP", "SOL", "USDC", "USDT", "WBTC"]
PLACES = ["Ashford", "Birkdale", "Coldwater", "Dunstan", "Elmhurst", "Farrow", "Greyfriars", "Hollin", "Inverloch",
          "Jarrow", "Kielder", "Langdale", "Morven", "Netherby", "Orrin", "Penhale", "Rothes", "Selkirk", "Tarn",
          "Ullock", "Ventnor", "Wharfe"]
PARTS = ["bridge", "vault", "relayer", "exchange", "lending pool", "signer", "indexer", "payment gateway",
         "price feed", "staking pool", "wallet", "withdrawal queue"]
DEEDS = ["lost", "halted", "delayed", "duplicated", "rejected", "exposed", "miscounted", "overwrote"]
THINGS = ["withdrawals", "deposits", "prices", "orders", "settlements", "signatures", "invoices", "transfers"]
TAGS = ["access-control", "backup", "billing", "bridge", "cache", "capacity", "certificate", "configuration",
        "custody", "database", "deploy", "dns", "failover", "flash-loan", "governance", "insider", "latency",
        "liquidation", "monitoring", "multisig", "network", "paging", "phishing", "price-oracle", "private-key",
        "proxy", "queue", "quota", "reentrancy", "replay", "restore", "rollback", "rounding", "signature",
        "stablecoin", "storage", "supply-chain", "third-party", "time", "upgrade"]
WORDS = """the a of in to and for with on after before while because team engineers transactions contract balance
deposits funds operator signer key rotation window block finality confirmation alert dashboard runbook escalation
review audit patch release deployment configuration threshold limit timeout retry queue backlog replica primary
snapshot restore checksum ledger reconciliation difference accounts customers partners exchange trace forensic
evidence statement disclosure public private internal external service region zone cluster node validator relayer
oracle price deviation stale fresh update correction estimate complete remaining was were had been did could should
will within about roughly exactly nearly over under paused resumed disabled enabled revoked granted replaced verified
observed measured reported found R&D Zürich café naïve 24/7""".split()
EPOCH = datetime(2016, 1, 4)
MINUTES_APART = 433
NEWEST = 40


class Moment(str):
    """A moment as RFC 3339, which YAML writes without quotes."""


def moment(time):
    return Moment(time.strftime("%Y-%m-%dT%H:%M:%SZ"))


def day(time):
    return Moment(time.strftime("%Y-%m-%d"))


def as_of(records):
    """The moment at which the site's promises are judged: all is told, and what the newest promise is to come."""
    return EPOCH + timedelta(minutes=records * MINUTES_APART, days=13)


def sentence(dice, fewest, most):
    words = " ".join(dice.choice(WORDS) for _ in range(dice.randint(fewest, most)))
    return words[0].upper() + words[1:] + "."


def markdown(dice):
    """What people write in an update: a paragraph with emphasis, code and a link, a list, and now and then more."""
    blocks = ["%s The **%s** of [%s](https://status.example.org/p/%d) reads `%s`. %s" % (
        sentence(dice, 6, 14), dice.choice(PARTS), dice.choice(PLACES), dice.randrange(10 ** 6),
        dice.choice(THINGS), sentence(dice, 6, 14))]
    blocks.append("\n".join("- " + sentence(dice, 4, 9) for _ in range(dice.randint(2, 3))))
    extra = dice.randrange(7)
    if extra == 0:
        rows = ["| %s | %d |" % (dice.choice(TOKENS), dice.randrange(10 ** 6)) for _ in range(3)]
        blocks.append("| Token | Amount |\n| --- | ---: |\n" + "\n".join(rows))
    elif extra == 1:
        blocks.append("> " + sentence(dice, 9, 16))
    elif extra == 2:
        blocks.append("```\nreplay --block %d \\\n  --limit %d\n```" % (dice.randrange(10 ** 7), dice.randrange(999)))
    elif extra == 3:
        blocks.append("- [x] %s\n- [ ] %s" % (sentence(dice, 4, 8), sentence(dice, 4, 8)))
    else:
        blocks.append("%s ~~Earlier~~ *later* figure: <https://example.org/f/%d>." % (
            sentence(dice, 7, 15), dice.randrange(9999)))
    return "\n\n".join(blocks) + "\n"


def measures(dice, time, now, is_settled, is_at_large):
    """What was done and promised; what is settled with money at large says as a rule that nobody follows it further."""
    out = []
    for _ in range(dice.randint(3, 7)):
        days = dice.randrange(1, 90)
        status = dice.choice(["planned", "in_progress", "done", "dropped"])
        if is_settled:
            status = "done" if dice.randrange(10) else "dropped"
        row = {"action": sentence(dice, 5, 10).rstrip("."), "kind": dice.choice(MEASURES), "status": status,
               "owner": dice.choice(TEAMS), "due": day(time + timedelta(days=days))}
        if status == "done":
            row["done"] = day(min(time + timedelta(days=dice.randint(1, days)), now))
        out.append(row)
    if is_settled and is_at_large and all(row["status"] != "dropped" for row in out) and dice.randrange(50):
        out[-1]["status"] = "dropped"
        del out[-1]["done"]
    return out


def record(seed, number, records):
    """Facts of the record with this number, from 0, on a site of so many."""
    dice = random.Random("%d/%d" % (seed, number))
    now = as_of(records)
    start = EPOCH + timedelta(minutes=number * MINUTES_APART + dice.randrange(420))
    is_new = records - number <= NEWEST
    is_settled = dice.randrange(200) > 0 and not is_new
    stage = dice.choice([3, 4, 4]) if is_settled else dice.randrange(len(STAGES))
    time, timeline = start, []
    for _ in range(dice.randint(6, 10)):
        time += timedelta(minutes=dice.randrange(4, 380))
        timeline.append({"at": moment(time), "phase": dice.choice(PHASES), "text": sentence(dice, 5, 12)})
    timeline[0]["milestone"] = "started"
    timeline[1]["milestone"] = "detected"
    updates, count = [], dice.randint(3, 5)
    for step in range(count):
        time += timedelta(minutes=dice.randrange(40, 2900))
        status = STAGES[min(stage, stage * (step + 1) // count)]
        updates.append({"id": "u%d" % (step + 1), "at": moment(time), "status": status, "body": markdown(dice)})
    affected = {}
    for _ in range(dice.randint(1, 4)):
        name = dice.choice(PLACES) + " " + dice.choice(PARTS)
        affected[name] = dice.choice(EXPOSURES)
    if all(exposure != "affected" for exposure, _ in affected.values()):
        affected[next(iter(affected))] = EXPOSURES[0]
    losses = {}
    for _ in range(dice.randint(2, 6)):
        losses[dice.choice(TOKENS)] = {
            "amount": "%d.%02d" % (dice.randrange(10, 10 ** 6), dice.randrange(100)),
            "value": "%d.%02d" % (dice.randrange(10 ** 3, 10 ** 8), dice.randrange(100)),
            "disposition": dice.choice(DISPOSITIONS), "owner": dice.choice(OWNERS),
            "confidence": dice.choice(CONFIDENCES)}
    promised = time + timedelta(days=2)
    if is_new and promised < now and dice.randrange(5):
        promised = now + timedelta(days=dice.randrange(1, 4))
    taken = measures(dice, time, now, is_settled,
                     any(loss["disposition"] == "at_large" for loss in losses.values()))
    has_lessons = stage == 4 or is_settled and dice.randrange(10) > 0
    return {
        "number": number, "year": updates[0]["at"][:4],
        "title": "%s %s %s %s" % (dice.choice(PLACES), dice.choice(PARTS), dice.choice(DEEDS), dice.choice(THINGS)),
        "summary": sentence(dice, 8, 15) + " " + sentence(dice, 8, 15),
        "stage": stage, "severity": dice.choice(SEVERITIES), "disclosed": updates[0]["at"],
        "tags": sorted(dice.sample(TAGS, dice.randint(2, 4))),
        "timeline": timeline, "affected": affected, "losses": losses, "measures": taken, "updates": updates,
        "references": [{"title": sentence(dice, 3, 6).rstrip("."),
                        "url": "https://example.org/ref/%d" % dice.randrange(10 ** 6)}
                       for _ in range(dice.randint(1, 4))],
        # What Hugo's short pages have no place for and do without.
        "cause": {"category": dice.choice(CAUSES), "summary": " ".join(sentence(dice, 8, 15) for _ in range(3))},
        "advice": sentence(dice, 5, 9), "meaning": sentence(dice, 10, 18),
        "lessons": [sentence(dice, 7, 15) for _ in range(4)] if has_lessons else [],
        "hashes": ["0x%064x" % dice.getrandbits(256) for _ in range(2)],
        "reason": sentence(dice, 5, 9), "milestones": [sentence(dice, 5, 12) for _ in range(2)],
        "next": day(promised),
    }
