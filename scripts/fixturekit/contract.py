"""A document's facts in the form that paragraf writes: every key there, null where nothing is printed."""

import hashlib

from .scan import size


def expected(document, path, media_type):
    """The facts of the document in a file."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    people = People(document)
    titles = {}
    items = [item(entry, number, people) for number, entry in enumerate(document.items, 1)]
    for entry in items:
        titles.setdefault((entry["title"] or "").lower(), entry["id"])
    facts = {
        "schema_version": "1.0",
        "id": f"{digest[:12]}-1",
        "edition": "full",
        "source": {"file": path.name, "sha256": digest, "bytes": len(data), "media_type": media_type, "pages": document.page,
                   "page_first": 1, "page_last": document.page},
        "status": "complete",
        "meeting": meeting(document),
        "attendees": people.attendees,
        "absent": people.absent,
        "signatures": [signature(entry, people) for entry in document.signatures],
        "adjustments": [with_defaults(entry, adjusters=[], place=None, date=None, time=None, paragraphs=None)
                        for entry in document.adjustments],
        "notices": [with_defaults(entry, organ=None, posted=None, removed=None, kept_at=None, paragraphs=None)
                    for entry in document.notices],
        "contents": [{"number": number, "title": title, "page": page, "item_id": titles.get(title.lower())}
                     for number, title, page in document.contents],
        "items": items,
        "pages": [page(sheet, number, media_type) for number, sheet in enumerate(document.sheets, 1)],
        "sensitive": [],
    }
    return {key: value for key, value in facts.items() if key not in document.silent}


def with_defaults(entry, **defaults):
    unknown = entry.keys() - defaults.keys()
    assert not unknown, f"unknown keys {unknown}"
    return {**defaults, **entry, "evidence": {}}


def meeting(document):
    facts = {"kind": document.kind, **document.meeting}
    return with_defaults(facts, kind=None, municipality=None, body=None, meeting_number=None, date=None, place=None,
                         start_time=None, end_time=None, adjournments=[], paragraphs=None)


class People:
    """Numbers the people of a document, those present first, and finds them by name."""

    def __init__(self, document):
        self.ids = {}
        for number, entry in enumerate(document.attendees + document.absent, 1):
            self.ids.setdefault(entry["name"], f"p{number}")
        self.attendees = [self.attendee(entry, number) for number, entry in enumerate(document.attendees, 1)]
        first = len(document.attendees) + 1
        self.absent = [{"id": f"p{number}", **with_defaults(entry, name=None, party=None, role_text=None, reason=None)}
                       for number, entry in enumerate(document.absent, first)]

    def attendee(self, entry, number):
        full = with_defaults(entry, name=None, category=None, role=None, role_text=None, party=None, organization=None,
                             replaces=None, replaces_id=None, paragraphs=None, times=None, remote=None)
        full["replaces_id"] = self.find(full["replaces"]) if full["replaces"] else None
        return {"id": f"p{number}", **full}

    def find(self, name):
        """The id of a name as printed: the whole name, or a surname that only one person has."""
        if name in self.ids:
            return self.ids[name]
        same = [i for full, i in self.ids.items() if full.split(" ")[-1] == name]
        return same[0] if len(same) == 1 else None


def signature(entry, people):
    full = with_defaults(entry, role=None, role_text=None, name=None, person_id=None, party=None, paragraphs=None,
                         signed=None)
    full["person_id"] = people.find(full["name"])
    return full


def item(entry, number, people):
    proposals = [{"by": names, "person_ids": [i for i in map(people.find, names) if i], "party": party, "text": text}
                 for names, party, text in entry.pop("proposals", [])]
    votes = [{"question": None, "yes": yes, "no": no, "abstain": abstain,
              "ballots": [{"name": name, "person_id": people.find(name), "party": party, "vote": vote}
                          for name, party, vote in ballots]}
             for yes, no, abstain, ballots in entry.pop("votes", [])]
    reservations = [{"name": name, "person_id": people.find(name), "party": party, "text": text}
                    for name, party, text in entry.pop("reservations", [])]
    entry = {**entry, "text": "\n".join(entry["text"]),
             "sections": [{**section, "text": "\n".join(section["text"])} for section in entry["sections"]],
             "proposals": proposals, "votes": votes, "reservations": reservations}
    full = with_defaults(entry, number=None, number_last=None, suffix=None, year=None, label=None, earlier_numbers=[],
                         title=None, reference=None, text="", sections=[], outcome=None, immediate_adjustment=False,
                         proposals=[], votes=[], reservations=[], disqualified=[], attachments=[], distribution=[],
                         page_first=None, page_last=None)
    return {"id": f"i{number}", **full}


def lines(document, dpi, skew):
    """Where the printed lines stand: in pixels of the upright page as it was before the scanner skewed it."""
    width, height = size(dpi)
    pages = [{"number": number, "dpi": dpi, "width": width, "height": height, "skew_degrees": skew,
              "lines": [[*(round(side * dpi / 25.4) for side in box), text] for box, text in zip(sheet.boxes, sheet.rows, strict=True)]}
             for number, sheet in enumerate(document.sheets, 1)]
    return {"pages": pages}


def page(sheet, number, media_type):
    source = {"application/pdf": "ocr", "text/plain": "text"}[media_type]
    return {"number": number, "status": "blank" if sheet.blank else "read", "rotation": sheet.turned,
            "text_source": getattr(sheet, "text_source", source), "text": sheet.page_text}
