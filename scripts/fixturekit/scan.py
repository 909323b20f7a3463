"""From sheets to files: a scanner with its faults, and a printer that keeps the text."""

import io
import random
import time
from dataclasses import dataclass

import numpy
from PIL import Image, ImageDraw, ImageFilter

from .paper import BORROWED, HEIGHT, POINT, WIDTH, font_file, load

LONG_AGO = time.gmtime(0)


@dataclass
class Scanner:
    dpi: int = 300
    skew: float = 0.0  # degrees, counter-clockwise
    blur: float = 0.5
    noise: float = 4.0
    paper: int = 248  # grey of the paper
    ink: float = 1.0  # share of black that the ink keeps
    shadow: bool = False  # dark edge of an open lid
    bleed: float = 0.0  # how much of the next sheet shines through
    black_and_white: bool = False
    quality: int = 60  # of the JPEG


def scan(sheets, scanner, path, seed):
    """Writes an image-only PDF: JPEG in greys, or CCITT G4 in black and white."""
    images = [raster(sheet, scanner.dpi, seed * 100 + n) for n, sheet in enumerate(sheets)]
    pages = []
    for n, (sheet, image) in enumerate(zip(sheets, images)):
        behind = images[(n + 1) % len(images)]
        page = spoil(image, behind, scanner, numpy.random.default_rng(seed * 100 + n))
        if sheet.turned:
            page = page.rotate(-sheet.turned, expand=True)
        pages.append(page)
    quality = {} if scanner.black_and_white else {"quality": scanner.quality}
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:], resolution=scanner.dpi, creationDate=LONG_AGO,
                  modDate=LONG_AGO, **quality)


def spoil(image, behind, scanner, rng):
    """What a scanner does to a clean page."""
    darkness = (255 - numpy.asarray(image, dtype=numpy.float32)) * scanner.ink
    if scanner.bleed:
        back = behind.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2.5))
        darkness += (255 - numpy.asarray(back, dtype=numpy.float32)) * scanner.bleed
    sheet = Image.fromarray(numpy.clip(darkness, 0, 255).astype(numpy.uint8))
    if scanner.skew:
        sheet = sheet.rotate(scanner.skew, resample=Image.Resampling.BICUBIC)
    if scanner.blur:
        sheet = sheet.filter(ImageFilter.GaussianBlur(scanner.blur))
    grey = scanner.paper - numpy.asarray(sheet, dtype=numpy.float32) * scanner.paper / 255
    if scanner.noise:
        grey += rng.normal(0, scanner.noise, grey.shape)
    if scanner.shadow:
        across = numpy.linspace(0, 1, grey.shape[1], dtype=numpy.float32)
        grey -= 90 * numpy.clip(1 - across / 0.035, 0, 1) + 14 * across
    page = Image.fromarray(numpy.clip(grey, 0, 255).astype(numpy.uint8))
    return page.point(lambda v: 255 if v > 150 else 0).convert("1") if scanner.black_and_white else page


def size(dpi):
    """Width and height of a sheet in pixels."""
    scale = dpi / 25.4
    return round(WIDTH * scale), round(HEIGHT * scale)


def raster(sheet, dpi, seed):
    rng = random.Random(seed)
    scale = dpi / 25.4
    image = Image.new("L", size(dpi), 255)
    draw = ImageDraw.Draw(image)
    for kind, *op in sheet.ops:
        if kind == "text":
            x, y, string, style = op
            font = load(style.font, round(style.size * POINT * scale))
            if style.typed:
                _type(draw, x * scale, y * scale, string, font, style, scale, rng)
            else:
                draw.text((x * scale, y * scale), string, font=font, fill=0, anchor="ls")
        elif kind == "line":
            x0, y0, x1, y1, width = op
            draw.line([x0 * scale, y0 * scale, x1 * scale, y1 * scale], fill=0, width=max(1, round(width * scale)))
        elif kind == "box":
            x0, y0, x1, y1, width, fill = op
            draw.rectangle([x0 * scale, y0 * scale, x1 * scale, y1 * scale], outline=0, fill=fill,
                           width=max(1, round(width * scale)))
        elif kind == "ink":
            strokes, width, shade = op
            for stroke in strokes:
                draw.line([(x * scale, y * scale) for x, y in stroke], fill=shade, width=max(1, round(width * scale)),
                          joint="curve")
        elif kind == "stamp":
            _stamp(image, scale, *op)
    return image


def _type(draw, x, y, string, font, style, scale, rng):
    """One type bar after the other: each letter a little off and a little lighter or darker."""
    pitch = style.width("n") * scale
    for n, letter in enumerate(string):
        if letter == " ":
            continue
        dx, dy = rng.gauss(0, 0.035) * scale, rng.gauss(0, 0.06) * scale
        other = BORROWED.get(style.font, {}).get(letter)
        bar = load(other, font.size) if other else font
        draw.text((x + n * pitch + dx, y + dy), letter, font=bar, fill=rng.randint(10, 70), anchor="ls")


def _stamp(image, scale, x, y, lines, style, angle, shade):
    font = load(style.font, round(style.size * POINT * scale))
    width = round(max(font.getlength(line) for line in lines) + 6 * scale)
    height = round((len(lines) * style.size * POINT * 1.35 + 4) * scale)
    rubber = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(rubber)
    draw.rectangle([0, 0, width - 1, height - 1], outline=shade, width=round(0.6 * scale))
    for n, line in enumerate(lines):
        draw.text((width / 2, (2 + (n + 1) * style.size * POINT * 1.25) * scale), line, font=font, fill=shade, anchor="ms")
    rubber = rubber.rotate(angle, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    place = (round(x * scale), round(y * scale))
    under = image.crop((*place, place[0] + rubber.width, place[1] + rubber.height))
    image.paste(Image.fromarray(numpy.minimum(numpy.asarray(under), numpy.asarray(rubber))), place)


def print_digital(sheets, path):
    """Writes a born-digital PDF with its fonts inside."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    mm = 1 / POINT
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH * mm, HEIGHT * mm), invariant=1, pageCompression=1)
    for sheet in sheets:
        for kind, *op in sheet.ops:
            if kind == "text":
                x, y, string, style = op
                if style.font not in pdfmetrics.getRegisteredFontNames():
                    pdfmetrics.registerFont(TTFont(style.font, font_file(style.font)))
                canvas.setFont(style.font, style.size)
                canvas.drawString(x * mm, (HEIGHT - y) * mm, string)
            elif kind == "line":
                x0, y0, x1, y1, width = op
                canvas.setLineWidth(width * mm)
                canvas.line(x0 * mm, (HEIGHT - y0) * mm, x1 * mm, (HEIGHT - y1) * mm)
            elif kind == "box":
                x0, y0, x1, y1, width, fill = op
                canvas.setLineWidth(width * mm)
                if fill is not None:
                    canvas.setFillGray(fill / 255)
                canvas.rect(x0 * mm, (HEIGHT - y1) * mm, (x1 - x0) * mm, (y1 - y0) * mm, fill=fill is not None)
                canvas.setFillGray(0)
            elif kind == "ink":
                strokes, width, shade = op
                canvas.setLineWidth(width * mm)
                canvas.setStrokeGray(shade / 255)
                for stroke in strokes:
                    pen = canvas.beginPath()
                    pen.moveTo(stroke[0][0] * mm, (HEIGHT - stroke[0][1]) * mm)
                    for x, y in stroke[1:]:
                        pen.lineTo(x * mm, (HEIGHT - y) * mm)
                    canvas.drawPath(pen)
                canvas.setStrokeGray(0)
        canvas.showPage()
    canvas.save()
    path.write_bytes(buffer.getvalue())
