"""Invented incidents: the one place that says what a record holds.

The same seed and number give the same record whatever the size of the site, byte for byte. A serializer reads these
facts and never asks the random generator, so that two sites of the same size tell the same things.
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


class Moment(str):
    """A moment as RFC 3339, which YAML writes without quotes."""


def moment(time):
    return Moment(time.strftime("%Y-%m-%dT%H:%M:%SZ"))


def day(time):
    return Moment(time.strftime("%Y-%m-%d"))


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


def record(seed, number):
    """Facts of the record with this number, from 0."""
    dice = random.Random("%d/%d" % (seed, number))
    start = EPOCH + timedelta(minutes=number * 433 + dice.randrange(420))
    stage = dice.randrange(len(STAGES))
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
    measures = []
    for _ in range(dice.randint(3, 7)):
        measures.append({
            "action": sentence(dice, 5, 10).rstrip("."), "kind": dice.choice(MEASURES),
            "status": dice.choice(["planned", "in_progress", "done", "dropped"]), "owner": dice.choice(TEAMS),
            "due": day(time + timedelta(days=dice.randrange(1, 90)))})
    return {
        "number": number, "year": updates[0]["at"][:4],
        "title": "%s %s %s %s" % (dice.choice(PLACES), dice.choice(PARTS), dice.choice(DEEDS), dice.choice(THINGS)),
        "summary": sentence(dice, 8, 15) + " " + sentence(dice, 8, 15),
        "stage": stage, "severity": dice.choice(SEVERITIES), "disclosed": updates[0]["at"],
        "tags": sorted(dice.sample(TAGS, dice.randint(2, 4))),
        "timeline": timeline, "affected": affected, "losses": losses, "measures": measures, "updates": updates,
        "references": [{"title": sentence(dice, 3, 6).rstrip("."),
                        "url": "https://example.org/ref/%d" % dice.randrange(10 ** 6)}
                       for _ in range(dice.randint(1, 4))],
        # What only Aboveboard asks for; the other sites have no place for it and do without.
        "cause": {"category": dice.choice(CAUSES), "summary": " ".join(sentence(dice, 8, 15) for _ in range(3))},
        "advice": sentence(dice, 5, 9), "meaning": sentence(dice, 10, 18),
        "lessons": [sentence(dice, 7, 15) for _ in range(4)],
        "hashes": ["0x%064x" % dice.getrandbits(256) for _ in range(2)],
        "reason": sentence(dice, 5, 9), "milestones": [sentence(dice, 5, 12) for _ in range(2)],
        "next": day(time + timedelta(days=2)),
    }
