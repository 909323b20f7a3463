#!/usr/bin/env python3
"""Sees to it that the gold of the fixtures is what their pages print, and has the form of paragraf's output.

usage: scripts/check_fixtures.py GOLD_FOLDER [CASE]...

Every name, date, time, §, title, reference and text in expected.json has to stand in truth.txt. The form is held
against docs/schema; what gold leaves out by its conventions (producer, warnings, review ...) is not asked for.
Needs jsonschema.
"""

import json
import re
import sys
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
LEFT_OUT = {"contents", "producer", "warnings", "review", "overrides", "original_text", "corrections", "width", "height", "dpi", "skew_degrees", "confidence"}


def main():
    folder, wanted = Path(sys.argv[1]), sys.argv[2:]
    schema = json.loads((ROOT / "docs" / "schema" / "paragraf-1.1.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    bad = 0
    for case in sorted(folder.iterdir()):
        if wanted and case.name not in wanted:
            continue
        gold = json.loads((case / "expected.json").read_text(encoding="utf-8"))
        text = (case / "truth.txt").read_text(encoding="utf-8")
        faults = [*form(validator, gold), *Print(text).missing(gold), *whole(gold, text)]
        bad += len(faults)
        values = sum(1 for _ in leaves(gold))
        print(f"{case.name}: {len(gold['attendees'])} attendees, {len(gold['items'])} items, {values} values, {len(faults)} faults")
        for fault in faults:
            print(f"   {fault}")
    sys.exit(bad > 0)


def form(validator, gold):
    for error in validator.iter_errors(gold):
        lacking = re.match(r"'(\w+)' is a required property", error.message)
        if not (lacking and lacking[1] in LEFT_OUT):
            yield f"form: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def whole(gold, text):
    """Numbers rise, people are not both present and absent, votes do not exceed those who may vote."""
    numbers = [entry["number"] for entry in gold["items"] if entry["number"]]
    if numbers != sorted(numbers):
        yield f"numbers do not rise: {numbers}"
    both = {person["name"] for person in gold["attendees"]} & {person["name"] for person in gold["absent"]}
    if both:
        yield f"present and absent: {both}"
    if len({person["name"] for person in gold["attendees"]}) < len(gold["attendees"]):
        yield "a name stands twice among the attendees"
    for entry in gold["items"]:
        for vote in entry["votes"]:
            for key in ("yes", "no", "abstain"):
                count = sum(ballot["vote"] == key for ballot in vote["ballots"])
                if vote["ballots"] and count != (vote[key] or 0):
                    yield f"{entry['label']}: {key} {vote[key]}, ballots {count}"
        for section in entry["sections"]:
            for line in section["text"].split("\n"):
                if line not in entry["text"]:
                    yield f"{entry['label']}: section not in text: {line}"
    pages = text.split("\f")
    if len(pages) != len(gold["pages"]):
        yield f"{len(pages)} pages in truth.txt, {len(gold['pages'])} in expected.json"


def leaves(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("pages", "source", "evidence"):
                yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif value is not None:
        yield value


class Print:
    """The printed text, in which a value is looked for with blanks folded and divided words joined."""

    def __init__(self, text):
        flat = re.sub(r"[ \t\n\f]+", " ", re.sub(r"-\n(?=\w)", "", text))
        kept = re.sub(r"[ \t\n\f]+", " ", re.sub(r"-\n(?=\w)", "-", text))
        self.texts = [" " + flat + " ", " " + kept + " "]
        self.low = [variant.lower() for variant in self.texts]

    def has(self, value, exact=True):
        value = re.sub(r"\s+", " ", str(value)).strip()
        return any((value if exact else value.lower()) in variant for variant in (self.texts if exact else self.low))

    def has_text(self, value):
        """A paragraph may go on over the page, or around what stands beside it."""
        words = re.sub(r"\s+", " ", value).strip().split(" ")
        breaks = 0
        while words:
            for count in range(len(words), 0, -1):
                if self.has(" ".join(words[:count])):
                    break
            else:
                return False
            words = words[count:]
            breaks += bool(words)
        return breaks <= 1

    def has_date(self, iso):
        year, month, day = iso.split("-")
        forms = [iso, f"{int(day)} {MONTHS[int(month) - 1]} {year}", f"{int(day)}/{int(month)} {year}"]
        return any(self.has(form, exact=False) for form in forms)

    def has_time(self, clock):
        hour, minute = clock.split(":")
        forms = [f"{h}{sign}{minute}" for h in (hour, str(int(hour))) for sign in ".:"]
        if 12 < int(hour) < 24:
            forms += [f"{int(hour) - 12}.{minute} {afternoon}" for afternoon in ("e. m.", "e.m.")]
        if minute == "00":
            forms += [f"kl. {int(hour)}", f"kl {int(hour)}", f"klockan {int(hour)}", f"kl. {int(hour) - 12} e. m.", f"kl. {int(hour) - 12} e.m."]
        return any(self.has(form) for form in forms)

    def has_range(self, first, last):
        if first == last:
            return self.has(str(first))
        return any(self.has(f"{first}{dash}{last}") for dash in ("-", "–", " - ", " – ")) or (self.has(str(first)) and self.has(str(last)) and None)

    def missing(self, gold):
        meeting = gold["meeting"]
        for key in ("municipality", "body", "place", "meeting_number"):
            if meeting.get(key) and not self.has(meeting[key], exact=False):
                yield f"meeting {key}: {meeting[key]}"
        if meeting.get("date") and not self.has_date(meeting["date"]):
            yield f"meeting date: {meeting['date']}"
        clocks = [meeting.get("start_time"), meeting.get("end_time")] + [clock for gap in meeting["adjournments"] for clock in gap.values()]
        for clock in filter(None, clocks):
            if not self.has_time(clock):
                yield f"meeting time: {clock}"
        if meeting["paragraphs"] and not self.has_range(meeting["paragraphs"]["first"], meeting["paragraphs"]["last"]):
            yield f"meeting paragraphs: {meeting['paragraphs']}"
        for person in [*gold["attendees"], *gold["absent"], *gold["signatures"]]:
            for key in ("name", "role_text", "organization", "replaces", "reason"):
                if person.get(key) and not self.has(person[key], exact=key != "role_text"):
                    yield f"{person['name']}: {key} {person[key]}"
            if person["party"] and not re.search(rf"(?i)[ (,]{person['party']}[ ),.;:]", self.texts[0]):
                yield f"{person['name']}: party {person['party']}"
            if person.get("paragraphs"):
                for first, last in person["paragraphs"]:
                    if self.has_range(first, last) is False:
                        yield f"{person['name']}: §§ {first}-{last}"
            for span in person.get("times") or []:
                for clock in filter(None, span.values()):
                    if not self.has_time(clock):
                        yield f"{person['name']}: {clock}"
        for entry in gold.get("adjustments", []):
            for name in entry["adjusters"] + [entry["place"]]:
                if name and not self.has(name):
                    yield f"adjustment: {name}"
            if entry["date"] and not self.has_date(entry["date"]):
                yield f"adjustment: {entry['date']}"
            if entry["time"] and not self.has_time(entry["time"]):
                yield f"adjustment: {entry['time']}"
        for entry in gold.get("notices", []):
            for value in (entry["organ"], entry["kept_at"]):
                if value and not self.has(value):
                    yield f"notice: {value}"
            for date in (entry["posted"], entry["removed"]):
                if date and not self.has_date(date):
                    yield f"notice: {date}"
        for entry in gold.get("contents", []):
            if not self.has(entry["title"]):
                yield f"contents: {entry['title']}"
        for entry in gold["items"]:
            yield from self.missing_of(entry)

    def missing_of(self, entry):
        where = entry["label"]
        for key in ("label", "title", "reference"):
            if entry[key] and not self.has_text(entry[key]):
                yield f"{where}: {key} {entry[key]}"
        for line in entry["text"].split("\n"):
            if not self.has_text(line):
                yield f"{where}: text {line}"
        for proposal in entry["proposals"]:
            for name in proposal["by"]:
                if name not in proposal["text"]:
                    yield f"{where}: {name} is not in the proposal"
            if re.sub(r"\s+", " ", proposal["text"]) not in re.sub(r"\s+", " ", entry["text"]):
                yield f"{where}: proposal {proposal['text']}"
        names = [row["name"] for row in entry["reservations"]] + entry["disqualified"]
        names += [ballot["name"] for vote in entry["votes"] for ballot in vote["ballots"]]
        for name in names:
            if name not in entry["text"]:
                yield f"{where}: {name} is not in the text"
        for vote in entry["votes"]:
            for key in ("yes", "no", "abstain"):
                if vote[key] is not None and not re.search(rf"\b{vote[key]}\b", entry["text"]) and vote[key] > 1:
                    yield f"{where}: {key} {vote[key]}"
        for value in entry["attachments"]:
            if value not in entry["text"]:
                yield f"{where}: {value} is not in the text"
        for value in entry["distribution"]:
            if not self.has(value):
                yield f"{where}: {value}"


if __name__ == "__main__":
    main()
