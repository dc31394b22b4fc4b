#!/usr/bin/env python3
"""Independent implementation of the judging rules, for the golden cases in test/cases/merge.

Written from DESIGN.md section 3 alone, in another language, another style and on other number types (fractions.Fraction;
decimal with 60 digits where a square root is needed). It shares no code with the program and was never adjusted to the
program's output: where the two differ, one of them is wrong and the rules decide which.

usage: golden_oracle.py CASE_FOLDER            writes expected-ranking.json and expected-tally.json
       golden_oracle.py --check CASE_FOLDER    compares with what is there; exit 1 when it differs
Python's standard library only (3.9 or later).
"""
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

getcontext().prec = 60
NINE = Decimal("0.000000001")
REASONS = ["unreadable", "outside-window", "too-few", "too-many", "unknown-project", "repeated-choice",
           "second-that-day", "already-recorded"]


def exact(number):
    """A JSON number as the decimal that was written."""
    return Fraction(str(number))


def six(value):
    if value is None:
        return None
    scaled = abs(value) * 10**6
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // 10**6}.{whole % 10**6:06d}"


def decimal_of(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def nine(value):
    return Fraction(value.quantize(NINE, rounding=ROUND_HALF_UP))


def moments(decimals):
    mean = sum(decimals) / len(decimals)
    return mean, (sum((d - mean) ** 2 for d in decimals) / len(decimals)).sqrt()


# ---- ballots ------------------------------------------------------------------------------------------------------

TIME = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?$")


def moment(text, zone):
    found = TIME.match(text.strip())
    if not found:
        return None
    year, month, day, hour, minute = (int(found.group(k)) for k in range(1, 6))
    second = int(found.group(6) or 0)
    micro = int((found.group(7) or "0")[:6].ljust(6, "0"))
    try:
        naive = datetime(year, month, day, hour, minute, second, micro)
    except ValueError:
        return None
    if found.group(8):
        return datetime.fromisoformat(naive.isoformat() + found.group(8).replace("Z", "+00:00"))
    return naive.replace(tzinfo=zone)


def count_ballots(folder, rules, candidates):
    ballot, zone = rules["ballot"], ZoneInfo(rules["timeZone"])
    opens = ballot["opensAt"] and datetime.fromisoformat(ballot["opensAt"])
    closes = ballot["closesAt"] and datetime.fromisoformat(ballot["closesAt"])
    per = ballot["perAccount"]
    needs_time = bool(opens or closes) or per == "once-a-day"
    verdicts, good = [], []
    with open(folder / "votes.csv", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file)][1:]
    for number, row in enumerate(rows):
        account = row[0].strip() if row else ""
        time = moment(row[1], zone) if len(row) > 1 else None
        if not account or len(row) < 3 or (needs_time and time is None):
            verdicts.append("unreadable")
            continue
        tokens = [t for t in re.split(r"[;；,，、|┋\s]+", row[2]) if t]
        chosen = [int(t) if re.fullmatch("[0-9]+", t) else None for t in tokens]
        if time is not None and ((opens and time < opens) or (closes and time > closes)):
            verdicts.append("outside-window")
        elif len(tokens) < ballot["minChoices"]:
            verdicts.append("too-few")
        elif len(tokens) > ballot["maxChoices"]:
            verdicts.append("too-many")
        elif any(c not in candidates for c in chosen):
            verdicts.append("unknown-project")
        elif len(set(chosen)) < len(chosen):
            verdicts.append("repeated-choice")
        else:
            verdicts.append("accepted")
            slot = number if per == "unlimited" else account if per == "once" else (account, time.astimezone(zone).date())
            good.append((slot, time.timestamp() if time else float("inf"), number, chosen))
    tally, taken = Counter(), set()
    for slot, _, number, chosen in sorted(good, key=lambda g: (g[1], g[2])):
        if slot in taken:
            verdicts[number] = "second-that-day"
        else:
            taken.add(slot)
            tally.update(chosen)
    counts = Counter(verdicts)
    return {
        "ballots": {"rows": len(rows), "accepted": counts["accepted"], "rejected": {r: counts[r] for r in REASONS}},
        "tally": [{"candidate": c, "votes": tally[c]} for c in sorted(candidates)],
    }, tally


# ---- the panel ----------------------------------------------------------------------------------------------------

def trimmed(values, trim):
    ordered = sorted(values)
    if len(ordered) >= trim["atLeast"]:
        return ordered[trim["low"]:len(ordered) - trim["high"]]
    return ordered


def panel(folder, rules, candidates):
    criteria = rules["criteria"]
    with open(folder / "recusals.csv", encoding="utf-8", newline="") as file:
        recused = {(r["expert"], int(r["candidate"])) for r in csv.DictReader(file)}
    marks = {}
    with open(folder / "scores.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pair = (row["expert"], int(row["candidate"]))
            if pair not in recused:
                marks[pair] = {c["id"]: Fraction(row[c["id"]]) for c in criteria if row[c["id"]].strip()}
    weights = sum(exact(c["weight"]) for c in criteria)
    totals = {
        pair: 100 * sum(exact(c["weight"]) * given[c["id"]] / exact(c["max"]) for c in criteria) / weights
        for pair, given in marks.items() if len(given) == len(criteria)
    }
    trim, scores, used = rules["panel"]["trim"], {}, {}
    floating = {pair: decimal_of(total) for pair, total in totals.items()}
    if rules["panel"]["severity"] == "z-score" and totals:
        centre, spread = moments(list(floating.values()))
        own = {e: [floating[p] for p in floating if p[0] == e] for e in {p[0] for p in floating}}
        exact_own = {e: {totals[p] for p in totals if p[0] == e} for e in own}
        for pair, value in list(floating.items()):
            mean, deviation = moments(own[pair[0]])
            same = len(exact_own[pair[0]]) == 1
            floating[pair] = centre if same else (value - mean) / deviation * spread + centre
    for candidate in candidates:
        pairs = [p for p in totals if p[1] == candidate]
        used[candidate] = len(pairs)
        if not pairs:
            scores[candidate] = None
        elif rules["panel"]["severity"] == "z-score":
            kept = trimmed([floating[p] for p in pairs], trim)
            scores[candidate] = nine(sum(kept) / len(kept))
        else:
            kept = trimmed([totals[p] for p in pairs], trim)
            scores[candidate] = sum(kept, Fraction(0)) / len(kept)
    own_scores = defaultdict(dict)
    for candidate in candidates:
        for criterion in criteria:
            given = [m[criterion["id"]] for p, m in marks.items() if p[1] == candidate and criterion["id"] in m]
            kept = trimmed(given, trim)
            own_scores[candidate][criterion["id"]] = sum(kept, Fraction(0)) / len(kept) if kept else None
    return scores, used, own_scores


# ---- merging ------------------------------------------------------------------------------------------------------

def scaled(values, how):
    """Candidate → value into candidate → scaled value."""
    if not values:
        return {}
    top, bottom, total, n = max(values.values()), min(values.values()), sum(values.values()), len(values)
    result = {}
    for key, x in values.items():
        if how == "points":
            result[key] = x
        elif how == "share-of-max":
            result[key] = 100 * x / top if top else Fraction(0)
        elif how == "share-of-total":
            result[key] = 100 * x / total if total else Fraction(0)
        elif how == "min-max":
            result[key] = 100 * (x - bottom) / (top - bottom) if top != bottom else Fraction(0)
        elif how == "z-score":
            mean, deviation = moments([decimal_of(v) for v in values.values()])
            result[key] = nine(50 + 10 * (decimal_of(x) - mean) / deviation) if top != bottom else Fraction(50)
        elif how == "rank":
            better = sum(1 for y in values.values() if y > x)
            equal = sum(1 for y in values.values() if y == x)
            average = better + Fraction(equal + 1, 2)
            result[key] = Fraction(100) * (n - average) / (n - 1) if n > 1 else Fraction(100)
        else:
            raise ValueError(how)
    return result


def ranking(rules, titles, scores, used, own_scores, tally):
    how = rules["merge"]
    scored = sorted(c for c in titles if scores[c] is not None)
    experts = scaled({c: scores[c] for c in scored}, how["panelScale"])
    public = scaled({c: Fraction(tally[c]) for c in scored}, how["publicScale"])
    we, wp = exact(how["expertWeight"]), exact(how["publicWeight"])
    combined = {c: (we * experts[c] + wp * public[c]) / (we + wp) for c in scored}

    def keys(c):
        figures = {"expert": scores[c], "public": Fraction(tally[c]), **own_scores[c]}
        return [combined[c]] + [figures[rule] for rule in how["tieBreak"]]

    full = {c: keys(c) for c in scored}
    places, trim, lines = rules["counts"]["finalists"], rules["panel"]["trim"], []
    for c in scored:
        rank = 1 + sum(1 for d in scored if full[d] > full[c])
        mates = sorted(d for d in scored if full[d] == full[c])
        tie = None
        if len(mates) > 1:
            tie = {"open": mates}
        else:
            for depth in range(1, len(full[c]) + 1):
                if [d for d in scored if full[d][:depth] == full[c][:depth]] == [c]:
                    tie = None if depth == 1 else {"brokenBy": how["tieBreak"][depth - 2]}
                    break
        last = rank + len(mates) - 1
        finalist = True if last <= places else False if rank > places else None
        lines.append((rank, c, finalist, tie))
    lines.sort(key=lambda line: line[:2])

    def line_of(rank, c, finalist, tie):
        cut_off = used[c] >= trim["atLeast"]
        return {"rank": rank, "candidate": c, "title": titles[c], "finalist": finalist, "panel": six(scores[c]),
                "votes": tally[c], "public": six(public.get(c)), "combined": six(combined.get(c)), "scores": used[c],
                "dropped": trim["low"] + trim["high"] if cut_off else 0, "tie": tie}

    table = [line_of(*line) for line in lines]
    table += [line_of(None, c, False, None) for c in sorted(titles) if scores[c] is None]
    order = [combined[c] for _, c, _, _ in lines]
    margin = order[places - 1] - order[places] if len(order) > places else None
    return {"ranking": table, "cut": {"places": places, "margin": six(margin),
                                      "open": sorted(c for _, c, finalist, _ in lines if finalist is None)}}


def main():
    check = sys.argv[1] == "--check"
    folder = Path(sys.argv[-1])
    rules = json.loads((folder / "round.json").read_text(encoding="utf-8"))
    listed = json.loads((folder / "candidates.json").read_text(encoding="utf-8"))["candidates"]
    titles = {c["candidate"]: c["title"] for c in listed}
    report, tally = count_ballots(folder, rules, set(titles))
    result = ranking(rules, titles, *panel(folder, rules, titles), tally)
    differs = False
    for name, value in (("expected-tally.json", report), ("expected-ranking.json", result)):
        text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
        if check:
            differs |= (folder / name).read_text(encoding="utf-8") != text
        else:
            (folder / name).write_text(text, encoding="utf-8")
    print(folder.name, "DIFFERS" if differs else "ok", file=sys.stderr)
    sys.exit(differs)


main()
