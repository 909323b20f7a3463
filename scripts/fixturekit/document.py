"""A protocol in the making: text flows onto sheets, and every fact is written down as it is printed."""

from .paper import HEIGHT, Sheet, plain, wrap


class Document:
    """Lays text out and keeps what a reader should find in it.

    A case subclasses nothing: it sets the margins, gives `head` and `foot` as functions of a sheet and its
    number, and calls the methods below in reading order.
    """

    def __init__(self, name, style, left, right, top, bottom, leading, head=None, foot=None, turned=()):
        self.name, self.style, self.leading = name, style, leading
        self.left, self.right, self.top, self.bottom = left, right, top, HEIGHT - bottom
        self.head, self.foot, self.turned = head, foot, dict(turned)
        self.sheets, self.y, self.item, self.section = [], 0.0, None, None
        self.kind, self.meeting = "protocol", {}
        self.silent = ()  # keys of which the gold says nothing
        self.attendees, self.absent, self.signatures = [], [], []
        self.adjustments, self.notices, self.contents, self.items = [], [], [], []

    # -- sheets ---------------------------------------------------------------------------------------

    @property
    def sheet(self):
        return self.sheets[-1]

    @property
    def page(self):
        return len(self.sheets)

    def new_sheet(self):
        self.close_sheet()
        self.sheets.append(Sheet(turned=self.turned.get(self.page + 1, 0)))
        self.y = self.top
        if self.head:
            self.head(self.sheet, self.printed_page)

    def blank_sheet(self):
        """An empty back side that went through the scanner with the rest."""
        self.close_sheet()
        self.sheets.append(Sheet(blank=True))

    @property
    def printed_page(self):
        return sum(not sheet.blank for sheet in self.sheets)

    def close_sheet(self):
        if self.sheets and not self.sheet.blank and self.foot:
            self.foot(self.sheet, self.printed_page)

    def need(self, height):
        if self.y + height > self.bottom:
            self.new_sheet()

    def space(self, height):
        self.y += height

    # -- text -----------------------------------------------------------------------------------------

    def row(self, *cells, leading=None):
        """Cells (x, text[, style[, align]]) on one line; not part of an item's text."""
        leading = leading or self.leading
        self.need(leading)
        self.y += leading
        self.sheet.row(self.y, *[(x, text, *(rest or [self.style])) for x, text, *rest in cells])

    def para(self, text, indent=0.0, hang=None, style=None, gap=0.0, right=None, leading=None, note=True, kind=None,
             beside=None):
        """A paragraph. `hang` is the indent of the second and later lines, `beside` a cell in the margin of the first;
        `kind` opens a section without heading."""
        style, leading = style or self.style, leading or self.leading
        hang = indent if hang is None else hang
        right = right or self.right
        lines = wrap(text, style, right - self.left - hang, right - self.left - indent)
        self.need(leading * min(2, len(lines)))
        for n, line in enumerate(lines):
            margin = [beside] if beside and n == 0 else []
            self.row(*margin, (self.left + (hang if n else indent), line, style), leading=leading)
            if n == 0 and note:
                self.note(plain(text), kind)
        self.space(gap)
        if note and self.item:
            self.item["page_last"] = self.page

    def heading(self, text, kind, style=None, above=0.0, indent=0.0):
        """A printed heading inside an item, which opens a section."""
        self.need(above + self.leading * 3)
        self.space(above)
        self.row((self.left + indent, text, style or self.style.bold))
        self.item["text"].append(text)
        self.item["page_last"] = self.page
        self.open_section(kind, text)

    def table_row(self, *cells, leading=None):
        """A row of a table that belongs to the item's text."""
        self.row(*cells, leading=leading)
        self.note("\t".join(cell[1] for cell in cells))
        self.item["page_last"] = self.page

    # -- items ----------------------------------------------------------------------------------------

    def begin_item(self, number, label, title=None, reference=None, **more):
        """Call when the sheet is settled: the item starts on the current page."""
        self.item = {"number": number, "label": label, "title": title, "reference": reference, "text": [],
                     "sections": [], "page_first": self.page, "page_last": self.page, **more}
        self.section = None
        self.items.append(self.item)
        return self.item

    def end_item(self):
        self.item = self.section = None

    def open_section(self, kind, heading=None):
        self.section = {"kind": kind, "heading": heading, "text": []}
        self.item["sections"].append(self.section)

    def note(self, line, kind=None):
        if not self.item:
            return
        self.item["text"].append(line)
        if kind and not (self.section and self.section["kind"] == kind):
            self.open_section(kind)
        if self.section:
            self.section["text"].append(line)

    def leave_section(self):
        """What follows stands under no heading."""
        self.section = None

    # -- people ---------------------------------------------------------------------------------------

    def attend(self, name, category, **more):
        self.attendees.append({"name": name, "category": category, **more})

    def miss(self, name, **more):
        self.absent.append({"name": name, **more})

    def sign(self, role, role_text, name, signed=True, **more):
        self.signatures.append({"role": role, "role_text": role_text, "name": name, "signed": signed, **more})

    def finish(self):
        self.close_sheet()
        return self
