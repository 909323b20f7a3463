"""Sheets of paper: what is drawn on them, in millimetres, and the rows of text in reading order."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from PIL import ImageFont

POINT = 25.4 / 72
WIDTH, HEIGHT = 210.0, 297.0

FOLDER = "/usr/share/fonts/"
FILES = {
    "carlito": "truetype/crosextra/Carlito-Regular.ttf",
    "carlito-bold": "truetype/crosextra/Carlito-Bold.ttf",
    "carlito-italic": "truetype/crosextra/Carlito-Italic.ttf",
    "caladea": "truetype/crosextra/Caladea-Regular.ttf",
    "caladea-bold": "truetype/crosextra/Caladea-Bold.ttf",
    "caladea-italic": "truetype/crosextra/Caladea-Italic.ttf",
    "opensans": "truetype/open-sans/OpenSans-Regular.ttf",
    "opensans-bold": "truetype/open-sans/OpenSans-Semibold.ttf",
    "opensans-italic": "truetype/open-sans/OpenSans-Italic.ttf",
    "libertine": "opentype/linux-libertine/LinLibertine_R.otf",
    "libertine-bold": "opentype/linux-libertine/LinLibertine_RB.otf",
    "libertine-italic": "opentype/linux-libertine/LinLibertine_RI.otf",
    "sans": "truetype/liberation2/LiberationSans-Regular.ttf",
    "sans-bold": "truetype/liberation2/LiberationSans-Bold.ttf",
    "sans-italic": "truetype/liberation2/LiberationSans-Italic.ttf",
    "serif": "truetype/liberation2/LiberationSerif-Regular.ttf",
    "serif-bold": "truetype/liberation2/LiberationSerif-Bold.ttf",
    "serif-italic": "truetype/liberation2/LiberationSerif-Italic.ttf",
    "typewriter": "truetype/gnutypewriter/GNUTypewriter.ttf",
    "courier": "opentype/courier-prime/Courier Prime.otf",
    "courier-bold": "opentype/courier-prime/Courier Prime Bold.otf",
}


BORROWED = {"typewriter": {"§": "courier"}}  # what a font lacks, and where it is taken from


def font_file(name):
    return FOLDER + FILES[name]


@lru_cache(maxsize=None)
def load(name, pixels):
    # Basic layout: no ligatures and no shaping, so that widths do not depend on how Pillow was built.
    return ImageFont.truetype(font_file(name), pixels, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=None)
def has(name, letter):
    """Whether the font has the letter; one that lacks it draws a box."""
    font = load(name, 200)
    return letter == " " or letter in BORROWED.get(name, ()) or bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


@dataclass(frozen=True)
class Style:
    family: str
    size: float
    weight: str = ""
    typed: bool = False  # struck by a typewriter: no letter sits quite where it should

    @property
    def font(self):
        return f"{self.family}-{self.weight}" if self.weight else self.family

    @property
    def bold(self):
        return replace(self, weight="bold")

    @property
    def italic(self):
        return replace(self, weight="italic")

    def at(self, size):
        return replace(self, size=size)

    def width(self, text):
        return load(self.font, 1000).getlength(text) / 1000 * self.size * POINT

    def box(self, text):
        """The ink of the text, (x0, y0, x1, y1) from the beginning of its baseline."""
        return [side / 1000 * self.size * POINT for side in load(self.font, 1000).getbbox(text, anchor="ls")]


@dataclass
class Sheet:
    ops: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    boxes: list = field(default_factory=list)  # of the rows: x0, y0, x1, y1
    blank: bool = False
    turned: int = 0  # degrees clockwise by which the page lies in the file

    def text(self, x, y, string, style, align="left"):
        """Draws without writing it down: for what is no text of the page, and for `row`. Returns the box of the ink."""
        lacking = [letter for letter in string if not has(style.font, letter)]
        assert not lacking, f"{style.font} has no {lacking}: {string}"
        if align == "right":
            x -= style.width(string)
        elif align == "center":
            x -= style.width(string) / 2
        left, top, right, bottom = style.box(string)
        self.ops.append(("text", x, y, string, style))
        return x + left, y + top, x + right, y + bottom

    def row(self, y, *cells):
        """Cells (x, text, style[, align]) on one baseline; the page's text joins them with tabs."""
        boxes = [self.text(x, y, string, style, *align) for x, string, style, *align in cells]
        self.rows.append("\t".join(cell[1] for cell in cells))
        x0, y0, x1, y1 = zip(*boxes)
        self.boxes.append((min(x0), min(y0), max(x1), max(y1)))

    def line(self, x0, y0, x1, y1, width=0.25):
        self.ops.append(("line", x0, y0, x1, y1, width))

    def box(self, x0, y0, x1, y1, width=0.25, fill=None):
        self.ops.append(("box", x0, y0, x1, y1, width, fill))

    def ink(self, strokes, width=0.45, shade=40):
        """Strokes of a pen: lists of points."""
        self.ops.append(("ink", strokes, width, shade))

    def stamp(self, x, y, lines, style, angle, shade=110):
        """A rubber stamp: a frame with lines of text, turned, over whatever stands there."""
        self.ops.append(("stamp", x, y, lines, style, angle, shade))

    @property
    def page_text(self):
        return "\n".join(self.rows)


def wrap(text, style, width, first=None):
    """Greedy line breaking. `¬` in the text marks where a word may be divided."""
    lines, line, room = [], "", first if first is not None else width
    for word in text.split(" "):
        while True:
            lead = line + " " if line else ""
            if style.width(lead + word.replace("¬", "")) <= room:
                line = lead + word.replace("¬", "")
                break
            head, tail = divide(word, style, room - style.width(lead))
            if head:
                lines.append(lead + head + "-")
                word = tail
            elif line:
                lines.append(line)
            else:  # longer than a line and indivisible
                line = word.replace("¬", "")
                break
            line, room = "", width
    return lines + [line] if line else lines


def divide(word, style, room):
    """The longest beginning of the word, up to a `¬`, that fits with its hyphen; and the rest."""
    parts = word.split("¬")
    for count in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:count])
        if len(head) > 1 and style.width(head + "-") <= room:
            return head, "¬".join(parts[count:])
    return "", word


def plain(text):
    return text.replace("¬", "")
