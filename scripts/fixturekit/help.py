"""Small things that several layouts share: a pen on the signature line, leader dots, a rule under a word."""

from .pen import scribble


def pen(doc, x, seed, width=40.0, height=7.0, shade=35, lift=0.6):
    """An invented signature on the line just drawn."""
    doc.sheet.ink(scribble(x, doc.y - lift, seed, width=width, height=height), shade=shade)


def dots(style, width):
    return "." * int(width / style.width("."))


def underline(doc, x, text, style, below=1.0, width=0.25):
    doc.sheet.line(x, doc.y + below, x + style.width(text), doc.y + below, width)


def twice(make):
    """Draws twice: only then the pages of the items and their number are known."""
    first = make({}, 9)
    return make({item["number"]: item["page_first"] for item in first.items}, len(first.sheets))


def split(text):
    """'A, b och c' -> [A, b, c]"""
    return [part.strip() for part in text.rstrip(".").replace(" och ", ", ").replace(" samt ", ", ").split(",")]


def columns(doc, columns, leading):
    """Columns of names side by side, given column by column: [[(x, text, style), ...], ...] from the height reached."""
    top = low = doc.y
    for cells in columns:
        y = top
        for x, text, style in cells:
            y += leading
            if text:
                doc.sheet.row(y, (x, text, style))
        low = max(low, y)
    doc.y = low


def register(doc, members=(), serving=(), substitutes=(), officials=(), others=()):
    """Writes down who attended. members (name, party, text, role[, more]), serving (name, party, member, other[, more]; other None:
    the member is present otherwise), substitutes (name, party), officials and others (name, title[, paragraphs])."""
    up = lambda party: party.upper() if party else None
    for name, party, text, role, *more in members:
        doc.attend(name, "member", party=up(party), role=role, role_text=text, **(more[0] if more else {}))
    for name, party, member, other, *more in serving:
        doc.attend(name, "serving_substitute", party=up(party), replaces=member, **(more[0] if more else {}))
        if not any(a["name"] == member for a in doc.attendees):
            doc.miss(member, party=up(other))
    for name, party, *more in substitutes:
        doc.attend(name, "substitute", party=up(party), **(more[0] if more else {}))
    for name, title, *more in officials:
        doc.attend(name, "official", role="secretary" if title == "sekreterare" else None, role_text=title,
                   paragraphs=more[0] if more else None)
    for name, title, *more in others:
        doc.attend(name, "other", role_text=title, paragraphs=more[0] if more else None)


def commas(text):
    """'Barn- och utbildningsnämnden, skolan' -> [Barn- och utbildningsnämnden, skolan]"""
    return [part.strip() for part in text.rstrip(".").split(",")]


class Motion(str):
    """A paragraph that tells a proposal: Motion("A (s) yrkar ...", ["A"], "S")."""

    def __new__(cls, text, by, party=None):
        self = super().__new__(cls, text)
        self.by, self.party = by, party
        return self


class Reserve(str):
    """A paragraph that tells a reservation: Reserve("Mot beslutet ...", [("A", "S"), ...])."""

    def __new__(cls, text, by):
        self = super().__new__(cls, text)
        self.by = by
        return self


def gather(entries):
    """The proposals and reservations told in the paragraphs of an item."""
    texts = [text for entry in entries if not callable(entry)
             for text in ([entry] if isinstance(entry, str) else entry[2:])]
    facts = {}
    if found := [(t.by, t.party, t.replace("¬", "")) for t in texts if isinstance(t, Motion)]:
        facts["proposals"] = found
    if found := [(name, party, None) for t in texts if isinstance(t, Reserve) for name, party in t.by]:
        facts["reservations"] = found
    return facts
