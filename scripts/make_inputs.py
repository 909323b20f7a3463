#!/usr/bin/env python3
"""Makes tests/inputs/: one small page in every form in which archives store pages, and what it must look like.

usage: scripts/make_inputs.py [FOLDER]        default: tests/inputs

The files are checked in, so that the tests need none of these tools: Pillow, numpy, pikepdf and img2pdf from
PyPI; qpdf, libtiff-tools (tiffcp) and ghostscript from Debian.
JBIG2 streams are made by jbig2enc-rust, a crate; scripts/jbig2 holds the few lines that call it, and cargo builds them.

Each line of forms.tsv names a file, its page, the reference picture, how far a grey level may be off on average,
and the resolution that must be found (0: none is stated). References of PDF pages are rendered by ghostscript, those of
images are decoded by libtiff, libjpeg and openjpeg through Pillow.
"""
import io, os, subprocess, sys, tempfile, zlib
from pathlib import Path
import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, Stream
from PIL import Image, ImageDraw, ImageFont

OUT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "tests/inputs")
ROOT = Path(__file__).parent.parent
DPI = 300
W, H = 360, 240
FORMS = []
REFERENCES = {}


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def page_picture(width=W, height=H):
    """A few printed lines, an off-centre mark that tells how the page lies, and a rule."""
    picture = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(picture)
    scale = width / W
    font = ImageFont.truetype("DejaVuSerif.ttf", int(25 * scale))
    for row, text in enumerate(["§ 12 Val av justerare", "Nämnden beslutar att", "utse Åsa Öberg."]):
        draw.text((24 * scale, (18 + 48 * row) * scale), text, fill=0, font=font)
    draw.rectangle([30 * scale, 180 * scale, 90 * scale, 216 * scale], fill=0)
    draw.line([120 * scale, 210 * scale, 330 * scale, 210 * scale], fill=0, width=max(1, int(3 * scale)))
    return picture


GREY = page_picture()
BILEVEL = GREY.point(lambda v: 255 if v > 128 else 0).convert("1")
RGB = Image.merge("RGB", [GREY.point(lambda v: 40 + v * 200 // 255), GREY.point(lambda v: 20 + v * 220 // 255), GREY.point(lambda v: 60 + v * 170 // 255)])
CMYK = RGB.convert("CMYK")


def reference(picture):
    """The name of the reference picture, written once."""
    data = picture.convert("L").tobytes() + bytes(str(picture.size), "ascii")
    if data not in REFERENCES:
        REFERENCES[data] = f"expected-{len(REFERENCES) + 1:02}.png"
        picture = picture.convert("L")
        colours = picture.getcolors(2)
        (picture.convert("1", dither=Image.Dither.NONE) if colours and {c for _, c in colours} <= {0, 255} else picture).save(OUT / REFERENCES[data], optimize=True)
    return REFERENCES[data]


def rendered(path, page=1, dpi=DPI):
    """What ghostscript makes of a page. (Poppler draws images a pixel larger than they are, and blurs them by that.)"""
    options = ["-q", "-dSAFER", "-dUseCropBox", "-dNOINTERPOLATE", "-sDEVICE=pnggray", f"-r{dpi}", f"-dFirstPage={page}", f"-dLastPage={page}"]
    out = subprocess.run(["gs", *options, "-o", "-", str(path)], check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(out)).convert("L")


def form(path, picture, tolerance=0.0, dpi=DPI, page=1):
    FORMS.append((path.name, page, reference(picture), tolerance, dpi))


# ---------------------------------------------------------------- PDF

def stream(pdf, data, **keys):
    made = Stream(pdf, data)
    for key, value in keys.items():
        made[f"/{key}"] = value
    return pdf.make_indirect(made)


def image(pdf, data, width=W, height=H, bits=8, space=Name.DeviceGray, **keys):
    return stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, BitsPerComponent=bits, ColorSpace=space, **keys)


def mask(pdf, data, **keys):
    return stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=W, Height=H, BitsPerComponent=1, ImageMask=True, **keys)


def points(pixels, dpi=DPI):
    return pixels * 72 / dpi


def new_page(pdf, content, images, dpi=DPI, width=W, height=H, fonts=None, **keys):
    resources = Dictionary(XObject=Dictionary({f"/I{at}": made for at, made in enumerate(images)}))
    if fonts:
        resources.Font = fonts
    page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, points(width, dpi), points(height, dpi)]), Resources=resources, Contents=pdf.make_stream(content))
    for key, value in keys.items():
        page[f"/{key}"] = value
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def full(dpi=DPI, width=W, height=H, name="I0"):
    return b"q %f 0 0 %f 0 0 cm /%s Do Q\n" % (points(width, dpi), points(height, dpi), name.encode())


def pdf_form(name, fill, tolerance=0.0, dpi=DPI, **save):
    pdf = Pdf.new()
    fill(pdf)
    path = OUT / f"{name}.pdf"
    pdf.save(path, compress_streams=False, deterministic_id=True, **save)
    for page in range(1, len(pdf.pages) + 1):
        form(path, rendered(path, page, dpi), tolerance, dpi, page)
    return path


def simple(name, make, tolerance=0.0, content=None, **save):
    return pdf_form(name, lambda pdf: new_page(pdf, content or full(), [make(pdf)]), tolerance, **save)


def bits(picture=BILEVEL, invert=False):
    data = np.packbits(np.array(picture.convert("1")), axis=1)
    return (data ^ 255 if invert else data).tobytes()


def jpeg(picture, **options):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70, **options)
    return out.getvalue()


def jpx(picture, **options):
    out = io.BytesIO()
    picture.save(out, "JPEG2000", quality_mode="rates", quality_layers=[12], irreversible=True, **options)
    return out.getvalue()


def fax(compression, options=None):
    out = io.BytesIO()
    info = {278: H}
    if options is not None:
        info[292] = options
    BILEVEL.save(out, "TIFF", compression=compression, tiffinfo=info)
    tiff = Image.open(io.BytesIO(out.getvalue()))
    start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    data, photometric = out.getvalue()[start:start + length], tiff.tag_v2[262]
    return data, photometric


def jbig2():
    """The page as a plain region, and with a dictionary of symbols; each with the dictionary where it stands apart."""
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        (work / "pixels").write_bytes((1 - np.array(BILEVEL).astype(np.uint8)).tobytes())
        run("cargo", "run", "--quiet", "--manifest-path", ROOT / "scripts/jbig2/Cargo.toml", "--target-dir", os.environ.get("JBIG2_TARGET", work / "target"), "--", work / "pixels", W, H, work)
        read = lambda name: (work / name).read_bytes() if (work / name).exists() else None
        return {"generic": (read("generic.jbig2"), None), "symbols": (read("symbols.jbig2"), read("symbols.globals"))}


def old_jpeg_tiff(picture, is_whole):
    """JPEG as TIFF 6.0 first had it: a whole stream behind a tag, or a bare strip with its tables behind tags."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70, subsampling=0)
    stream = out.getvalue()
    tables, at = {0xDB: {}, 0xC4: {}}, 2
    while stream[at + 1] != 0xDA:
        marker, length = stream[at + 1], int.from_bytes(stream[at + 2:at + 4], "big")
        content, at = stream[at + 4:at + 2 + length], at + 2 + length
        while marker in tables and content:
            size = 64 if marker == 0xDB else 16 + sum(content[1:17])
            tables[marker][content[0]], content = content[1:1 + size], content[1 + size:]
    scan = stream[at + 2 + int.from_bytes(stream[at + 2:at + 4], "big"):]
    n, body = len(picture.getbands()), b""

    def put(data):
        nonlocal body
        body += data + b"\0" * (len(data) % 2)
        return 8 + len(body) - len(data) - len(data) % 2

    longs = lambda values: (4, values)
    shorts = lambda values: (3, values)
    strip = stream if is_whole else scan
    entries = {256: longs([picture.width]), 257: longs([picture.height]), 258: shorts([8] * n), 259: shorts([6]), 262: shorts([1 if n == 1 else 6]),
               273: longs([put(strip)]), 277: shorts([n]), 278: longs([picture.height]), 279: longs([len(strip)]), 282: (5, [DPI, 1]), 296: shorts([2]), 512: shorts([1])}
    if is_whole:
        entries |= {513: longs(entries[273][1]), 514: longs([len(stream)])}
    else:
        of = lambda marker, number: [put(tables[marker][number(component)]) for component in range(n)]
        entries |= {519: longs(of(0xDB, lambda component: min(component, 1))), 520: longs(of(0xC4, lambda component: min(component, 1))),
                    521: longs(of(0xC4, lambda component: 0x10 | min(component, 1)))}
    if n > 1:
        entries[530] = shorts([1, 1])
    fields = b""
    for tag, (kind, values) in sorted(entries.items()):
        data = b"".join(value.to_bytes(2 if kind == 3 else 4, "little") for value in values)
        count = len(values) // 2 if kind == 5 else len(values)
        place = data.ljust(4, b"\0") if len(data) <= 4 else put(data).to_bytes(4, "little")
        fields += tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + count.to_bytes(4, "little") + place
    return b"II*\0" + (8 + len(body)).to_bytes(4, "little") + body + len(entries).to_bytes(2, "little") + fields + bytes(4)


def lzw(picture):
    """LZW as PDF and TIFF share it, made by libtiff."""
    out = io.BytesIO()
    picture.save(out, "TIFF", compression="tiff_lzw", tiffinfo={278: H})
    tiff = Image.open(io.BytesIO(out.getvalue()))
    return out.getvalue()[tiff.tag_v2[273][0]:tiff.tag_v2[273][0] + tiff.tag_v2[279][0]]


def run_length(data):
    out = bytearray()
    at = 0
    while at < len(data):
        run_end = at
        while run_end < len(data) and data[run_end] == data[at] and run_end - at < 128:
            run_end += 1
        if run_end - at >= 2:
            out += bytes([257 - (run_end - at), data[at]])
            at = run_end
        else:
            start = at
            while at < len(data) and at - start < 128 and (at + 1 >= len(data) or data[at] != data[at + 1]):
                at += 1
            at = max(at, start + 1)
            out += bytes([at - start - 1]) + data[start:at]
    return bytes(out) + b"\x80"


def predicted(data, width):
    """PNG's predictor 'up'."""
    rows = np.frombuffer(data, np.uint8).reshape(-1, width).astype(np.int16)
    above = np.vstack([np.zeros((1, width), np.int16), rows[:-1]])
    return b"".join(b"\x02" + row.tobytes() for row in ((rows - above) % 256).astype(np.uint8))


def make_pdfs():
    flate = zlib.compress
    grey = GREY.tobytes()
    simple("flate-grey", lambda p: image(p, flate(grey), Filter=Name.FlateDecode))
    simple("flate-predictor", lambda p: image(p, flate(predicted(grey, W)), Filter=Name.FlateDecode, DecodeParms=Dictionary(Predictor=15, Colors=1, BitsPerComponent=8, Columns=W)))
    simple("flate-rgb", lambda p: image(p, flate(RGB.tobytes()), space=Name.DeviceRGB, Filter=Name.FlateDecode), 2.0)
    simple("flate-cmyk", lambda p: image(p, flate(CMYK.tobytes()), space=Name.DeviceCMYK, Filter=Name.FlateDecode), 12.0)
    simple("flate-1bit", lambda p: image(p, flate(bits()), bits=1, Filter=Name.FlateDecode))
    four = np.array(GREY) >> 4
    simple("flate-4bit", lambda p: image(p, flate((four[:, 0::2] << 4 | four[:, 1::2]).astype(np.uint8).tobytes()), bits=4, Filter=Name.FlateDecode), 1.0)
    sixteen = np.array(GREY).astype(">u2") * 257
    simple("flate-16bit", lambda p: image(p, flate(sixteen.astype(">u2").tobytes()), bits=16, Filter=Name.FlateDecode), 1.0)
    simple("indexed", lambda p: image(p, flate(bits()), bits=1, space=Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\x20\x10\x40\xf0\xf0\xe0")]), Filter=Name.FlateDecode), 2.0)
    simple("calgray", lambda p: image(p, flate(grey), space=Array([Name.CalGray, Dictionary(WhitePoint=[0.9505, 1, 1.089], Gamma=1)]), Filter=Name.FlateDecode), 12.0)
    simple("lzw", lambda p: image(p, lzw(GREY), Filter=Name.LZWDecode))
    simple("run-length", lambda p: image(p, run_length(bits()), bits=1, Filter=Name.RunLengthDecode))
    import base64
    simple("ascii85-flate", lambda p: image(p, base64.a85encode(flate(bits())) + b"~>", bits=1, Filter=Array([Name.ASCII85Decode, Name.FlateDecode])))
    simple("ascii-hex", lambda p: image(p, bits().hex().encode() + b">", bits=1, Filter=Name.ASCIIHexDecode))
    simple("uncompressed-1bit", lambda p: image(p, bits(), bits=1))

    simple("jpeg-grey", lambda p: image(p, jpeg(GREY), Filter=Name.DCTDecode), 1.5)
    simple("jpeg-rgb", lambda p: image(p, jpeg(RGB), space=Name.DeviceRGB, Filter=Name.DCTDecode), 2.5)
    simple("jpeg-progressive", lambda p: image(p, jpeg(GREY, progressive=True), Filter=Name.DCTDecode), 1.5)
    simple("jpeg-cmyk", lambda p: image(p, jpeg(CMYK), space=Name.DeviceCMYK, Filter=Name.DCTDecode, Decode=Array([1, 0] * 4)), 14.0)
    simple("jpeg2000-grey", lambda p: image(p, jpx(GREY), Filter=Name.JPXDecode), 2.0)
    simple("jpeg2000-rgb", lambda p: image(p, jpx(RGB), space=Name.DeviceRGB, Filter=Name.JPXDecode), 3.0)

    for name, compression, options, k in [("ccitt-g4", "group4", None, -1), ("ccitt-g3-1d", "group3", 0, 0), ("ccitt-g3-2d", "group3", 1, 1)]:
        data, photometric = fax(compression, options)
        parms = Dictionary(K=k, Columns=W, Rows=H, BlackIs1=photometric == 1, EndOfLine=k >= 0)
        simple(name, lambda p: image(p, data, bits=1, Filter=Name.CCITTFaxDecode, DecodeParms=parms))
    data, photometric = fax("group4")
    parms = Dictionary(K=-1, Columns=W, Rows=H, BlackIs1=photometric != 1)
    simple("ccitt-g4-decode-inverted", lambda p: image(p, data, bits=1, Filter=Name.CCITTFaxDecode, DecodeParms=parms, Decode=Array([1, 0])))
    simple("flate-1bit-decode-inverted", lambda p: image(p, flate(bits(invert=True)), bits=1, Filter=Name.FlateDecode, Decode=Array([1, 0])))
    simple("flate-grey-decode-inverted", lambda p: image(p, flate(bytes(255 - v for v in grey)), Filter=Name.FlateDecode, Decode=Array([1, 0])), 1.0)
    for kind, (data, symbols) in jbig2().items():
        parms = lambda p: {"DecodeParms": Dictionary(JBIG2Globals=p.make_stream(symbols))} if symbols else {}
        simple(f"jbig2-{kind}", lambda p: image(p, data, bits=1, Filter=Name.JBIG2Decode, **parms(p)))

    simple("stencil", lambda p: mask(p, flate(bits(invert=False)), Filter=Name.FlateDecode), content=b"0 g " + full())
    simple("stencil-inverted", lambda p: mask(p, flate(bits(invert=True)), Filter=Name.FlateDecode, Decode=Array([1, 0])), content=b"0 g " + full())
    soft = lambda p: image(p, flate(bytes(255 - v for v in grey)), Filter=Name.FlateDecode)
    simple("soft-mask", lambda p: image(p, flate(bytes(W * H)), Filter=Name.FlateDecode, SMask=soft(p)), 2.0)
    simple("hard-mask", lambda p: image(p, flate(grey), Filter=Name.FlateDecode, Mask=mask(p, flate(bits(invert=False)), Filter=Name.FlateDecode)), 2.0)
    simple("colour-key-mask", lambda p: image(p, flate(bits()), bits=1, Filter=Name.FlateDecode, Mask=Array([1, 1])))

    def layers(p):
        """A coloured ground and a stencil of the print, as compressing scanners make them."""
        ground = Image.new("RGB", (W // 4, H // 4), (244, 240, 226))
        new_page(p, full() + b"0.1 g " + full(name="I1"), [image(p, jpeg(ground), W // 4, H // 4, space=Name.DeviceRGB, Filter=Name.DCTDecode), mask(p, flate(bits()), Filter=Name.FlateDecode)])
    pdf_form("ground-and-stencil", layers, 4.0)

    def strips(p):
        height = H // 6
        images = [image(p, flate(GREY.crop((0, top, W, top + height)).tobytes()), W, height, Filter=Name.FlateDecode) for top in range(0, H, height)]
        content = b"".join(b"q %f 0 0 %f 0 %f cm /I%d Do Q\n" % (points(W), points(height), points(H - (at + 1) * height), at) for at in range(6))
        new_page(p, content, images)
    pdf_form("strips", strips, 3.0)

    def tiles(p):
        width, height = W // 3, H // 2
        boxes = [(x, y) for y in range(0, H, height) for x in range(0, W, width)]
        images = [image(p, flate(GREY.crop((x, y, x + width, y + height)).tobytes()), width, height, Filter=Name.FlateDecode) for x, y in boxes]
        content = b"".join(b"q %f 0 0 %f %f %f cm /I%d Do Q\n" % (points(width), points(height), points(x), points(H - y - height), at) for at, (x, y) in enumerate(boxes))
        new_page(p, content, images)
    pdf_form("tiles", tiles, 3.0)

    def several(p):
        half = GREY.crop((0, 0, W, 120))
        content = b"q %f 0 0 %f 0 %f cm /I0 Do Q\nq %f 0 0 %f %f 10 cm /I1 Do Q\n" % (points(W), points(120), points(H - 120), points(W // 2), points(60), points(100))
        new_page(p, content, [image(p, flate(half.tobytes()), W, 120, Filter=Name.FlateDecode), image(p, flate(half.tobytes()), W, 120, Filter=Name.FlateDecode)])
    pdf_form("several-images", several, 4.0)

    def over(p, before):
        font = Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        text = b"BT /F1 8 Tf 3 Tr 6 50 Td (Nulagesstatus) Tj ET\n"
        new_page(p, text + full() if before else full() + text, [image(p, flate(grey), Filter=Name.FlateDecode)], fonts=font)
    pdf_form("image-over-text", lambda p: over(p, True))
    pdf_form("image-under-text", lambda p: over(p, False))

    simple("inline", lambda p: image(p, flate(bits()), bits=1, Filter=Name.FlateDecode), content=b"q %f 0 0 %f 0 0 cm BI /W %d /H %d /BPC 1 /CS /G /F /AHx ID " % (points(W), points(H), W, H) + bits().hex().encode() + b"> EI Q\n")

    def nested(p):
        made = image(p, flate(grey), Filter=Name.FlateDecode)
        inner = stream(p, full(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, points(W), points(H)]), Resources=Dictionary(XObject=Dictionary({"/I0": made})))
        new_page(p, b"/I0 Do", [inner])
    pdf_form("form-xobject", nested)

    for turn in [90, 180, 270]:
        pdf_form(f"page-rotate-{turn}", lambda p: new_page(p, full(), [image(p, flate(grey), Filter=Name.FlateDecode)], Rotate=turn))
    pdf_form("image-turned", lambda p: new_page(p, b"q %f 0 0 %f %f %f cm /I0 Do Q\n" % (-points(W), -points(H), points(W), points(H)), [image(p, flate(grey), Filter=Name.FlateDecode)]))
    pdf_form("crop-box", lambda p: new_page(p, b"1 0 0 1 10 10 cm " + full(), [image(p, flate(grey), Filter=Name.FlateDecode)], CropBox=Array([10, 10, 10 + points(W), 10 + points(H)]), width=W + 100, height=H + 100) )
    for dpi in [150, 200, 400, 600]:
        scaled = page_picture(W * dpi // 300, H * dpi // 300).point(lambda v: 255 if v > 128 else 0)
        width, height = scaled.size
        pdf_form(f"dpi-{dpi}", lambda p: new_page(p, full(dpi, width, height), [image(p, flate(bits(scaled)), width, height, 1, Filter=Name.FlateDecode)], dpi, width, height), dpi=dpi)
    # A page of as many points as the image has pixels says nothing of its resolution.
    # The page's unit is two points, so that half as many of them hold the same picture.
    pdf_form("user-unit", lambda p: new_page(p, full(2 * DPI), [image(p, flate(bits()), bits=1, Filter=Name.FlateDecode)], 2 * DPI, UserUnit=2))
    pdf_form("dpi-not-stated", lambda p: new_page(p, full(72), [image(p, flate(bits()), bits=1, Filter=Name.FlateDecode)], 72), dpi=72)

    plain = simple("version-1.3", lambda p: image(p, flate(bits()), bits=1, Filter=Name.FlateDecode), force_version="1.3", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    picture = rendered(plain)
    def variant(name, *options):
        path = OUT / f"{name}.pdf"
        run("qpdf", "--deterministic-id" if "--encrypt" not in options else "--static-id", *options, plain, path)
        form(path, picture)
    variant("version-1.5-object-streams", "--object-streams=generate", "--force-version=1.5")
    variant("version-2.0", "--force-version=2.0")
    variant("linearised", "--linearize")
    crypto = ["--allow-weak-crypto", "--static-aes-iv"]
    variant("encrypted-rc4-40", *crypto, "--encrypt", "", "owner", "40", "--")
    variant("encrypted-rc4-128", *crypto, "--encrypt", "", "owner", "128", "--use-aes=n", "--")
    variant("encrypted-aes-128", *crypto, "--encrypt", "", "owner", "128", "--use-aes=y", "--")
    variant("encrypted-aes-256", *crypto, "--encrypt", "", "owner", "256", "--")
    data = plain.read_bytes()
    def broken(name, changed):
        path = OUT / f"{name}.pdf"
        path.write_bytes(changed)
        form(path, picture)
    at = data.rindex(b"startxref")
    broken("xref-wrong-start", data[:at] + b"startxref\n7\n%%EOF\n")
    broken("xref-missing", data[:data.rindex(b"xref\n", 0, at)])
    broken("xref-wrong-offsets", data[:data.rindex(b"xref\n", 0, at)] + data[data.rindex(b"xref\n", 0, at):].replace(b" 00000 n", b" 00000 n").replace(b"00000000", b"00000009"))
    broken("junk-before-header", b"mail gateway\r\n\r\n" + data)
    broken("hybrid", hybrid())


def hybrid():
    """A file with a table of references and, for readers of 1.5, a stream that holds the rest of them."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        4: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(full()), full()),
        5: b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (W, H, len(zlib.compress(bits())), zlib.compress(bits())),
    }
    hidden = b"3 0 << /Type /Page /Parent 2 0 R /MediaBox [0 0 %f %f] /Resources << /XObject << /I0 5 0 R >> >> /Contents 4 0 R >>" % (points(W), points(H))
    objects[6] = b"<< /Type /ObjStm /N 1 /First 4 /Length %d >>\nstream\n%s\nendstream" % (len(hidden), hidden)
    out, offsets = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    offsets[7] = len(out)
    entries = bytes([2, 0, 6, 0])
    out += b"7 0 obj\n<< /Type /XRef /Size 8 /W [1 2 1] /Index [3 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(entries), entries)
    table = len(out)
    line = lambda number: b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00000 f \n"
    out += b"xref\n0 8\n0000000003 65535 f \n" + b"".join(line(number) for number in range(1, 8))
    out += b"trailer\n<< /Size 8 /Root 1 0 R /XRefStm %d >>\nstartxref\n%d\n%%%%EOF\n" % (offsets[7], table)
    return bytes(out)


# ---------------------------------------------------------------- images

def make_images():
    def saved(name, picture, tolerance=0.0, dpi=DPI, **options):
        path = OUT / name
        picture.save(path, dpi=(dpi, dpi), **options) if dpi else picture.save(path, **options)
        form(path, Image.open(path).convert("L"), tolerance, dpi)
        return path

    saved("png-1bit.png", BILEVEL)
    saved("png-grey.png", GREY, optimize=True)
    saved("png-rgb.png", RGB, 1.0, optimize=True)
    saved("png-palette.png", RGB.quantize(8), 1.0)
    rgba = RGB.copy()
    rgba.putalpha(GREY.point(lambda v: 255 - v))
    path = OUT / "png-alpha.png"
    rgba.save(path, dpi=(DPI, DPI))
    white = Image.new("RGB", (W, H), (255, 255, 255))
    white.paste(rgba, mask=rgba.getchannel("A"))
    form(path, white.convert("L"), 2.0)
    sixteen = Image.fromarray(np.array(GREY).astype(np.uint16) * 257)
    sixteen.save(OUT / "png-16bit.png", dpi=(DPI, DPI))
    form(OUT / "png-16bit.png", GREY, 1.0)
    saved("png-no-dpi.png", BILEVEL, dpi=0)
    saved("webp-lossless.webp", GREY, 1.0, 0, lossless=True)
    saved("webp-lossy.webp", RGB, 3.0, 0, quality=70)
    saved("bmp-1bit.bmp", BILEVEL)
    saved("bmp-rgb.bmp", RGB, 1.0)
    saved("gif-palette.gif", GREY.quantize(16), 1.0, 0)
    saved("jpeg-grey.jpg", GREY, 1.5, quality=70)
    saved("jpeg-rgb.jpg", RGB, 2.5, quality=70)
    saved("jpeg-cmyk.jpg", CMYK, 6.0, quality=70)
    saved("jpeg-progressive.jpg", GREY, 1.5, quality=70, progressive=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    GREY.transpose(Image.Transpose.ROTATE_90).save(OUT / "jpeg-exif-turned.jpg", quality=70, dpi=(DPI, DPI), exif=exif)
    form(OUT / "jpeg-exif-turned.jpg", GREY, 3.0)
    saved("jpeg2000-grey.jp2", GREY, 2.0, 0, quality_mode="rates", quality_layers=[12], irreversible=True)
    saved("jpeg2000-rgb.jp2", RGB, 3.0, 0, quality_mode="rates", quality_layers=[12], irreversible=True)
    saved("jpeg2000-codestream.j2k", GREY, 2.0, 0, quality_mode="rates", quality_layers=[12], irreversible=True)
    saved("jpeg2000-lossless.jp2", GREY, 0.0, 0)

    for compression in ["raw", "packbits", "tiff_lzw", "tiff_adobe_deflate", "tiff_deflate"]:
        saved(f"tiff-{compression.replace('tiff_', '')}.tif", GREY if compression != "raw" else BILEVEL, compression=None if compression == "raw" else compression)
    for compression in ["group3", "group4", "tiff_ccitt"]:
        saved(f"tiff-{compression.replace('tiff_', '')}.tif", BILEVEL, compression=compression)
    saved("tiff-jpeg.tif", GREY, 1.5, compression="jpeg", quality=70)
    saved("tiff-jpeg-rgb.tif", RGB, 3.0, compression="jpeg", quality=70)
    saved("tiff-rgb-lzw.tif", RGB, 1.0, compression="tiff_lzw")
    saved("tiff-cmyk-lzw.tif", CMYK, 3.0, compression="tiff_lzw")
    sixteen.save(OUT / "tiff-16bit.tif", compression="tiff_lzw", dpi=(DPI, DPI))
    form(OUT / "tiff-16bit.tif", GREY, 1.0)
    grey, bilevel, rgb = OUT / "tiff-lzw.tif", OUT / "tiff-group4.tif", OUT / "tiff-rgb-lzw.tif"
    def copied(name, source, *options, tolerance=0.0):
        path = OUT / f"{name}.tif"
        run("tiffcp", *options, source, path)
        form(path, Image.open(source).convert("L"), tolerance)
    copied("tiff-group3-2d", bilevel, "-c", "g3:2d")
    copied("tiff-group3-fill", bilevel, "-c", "g3:1d:fill")
    copied("tiff-lzw-predictor", grey, "-c", "lzw:2")
    copied("tiff-zip-predictor", grey, "-c", "zip:2")
    copied("tiff-tiles", grey, "-t", "-w", "128", "-l", "64", "-c", "zip")
    copied("tiff-strips", grey, "-r", "16", "-c", "packbits")
    copied("tiff-big-endian", grey, "-B", "-c", "lzw")
    copied("tiff-big", grey, "-8", "-c", "lzw")
    copied("tiff-lsb-first", bilevel, "-f", "lsb2msb", "-c", "g4")
    copied("tiff-group4-strips", bilevel, "-r", "64", "-c", "g4")
    copied("tiff-zstd", grey, "-c", "zstd")
    copied("tiff-planes", rgb, "-p", "separate", "-c", "lzw", tolerance=1.0)
    copied("tiff-planes-tiles", rgb, "-p", "separate", "-t", "-w", "128", "-l", "64", "-c", "zip", tolerance=1.0)
    saved("tiff-palette.tif", RGB.quantize(64), 1.0, compression="tiff_lzw")
    copied("tiff-palette-big-endian", OUT / "tiff-palette.tif", "-B", "-c", "packbits", tolerance=1.0)
    copied("tiff-palette-big", OUT / "tiff-palette.tif", "-8", "-c", "zip", tolerance=1.0)
    # What is transparent is paper, whatever colour it has: the print is opaque, the ground clear and black.
    opaque = GREY.point(lambda value: 255 - value)
    for name, bands in {"tiff-grey-alpha": ["L"], "tiff-rgb-alpha": ["L", "L", "L"]}.items():
        black = Image.new("L", GREY.size, 0)
        picture = Image.merge("LA" if len(bands) == 1 else "RGBA", [black] * len(bands) + [opaque])
        picture.save(OUT / f"{name}.tif", compression="tiff_lzw", dpi=(DPI, DPI))
        form(OUT / f"{name}.tif", GREY, 1.0)
    for picture, name in [(GREY, "grey"), (RGB, "rgb")]:
        for is_whole in [True, False]:
            path = OUT / f"tiff-old-jpeg-{name}{'' if is_whole else '-tables'}.tif"
            path.write_bytes(old_jpeg_tiff(picture, is_whole))
            form(path, picture, 3.0)
    # Pages of several kinds in one file.
    path = OUT / "tiff-many-pages.tif"
    run("tiffcp", bilevel, grey, OUT / "tiff-group3.tif", OUT / "tiff-jpeg.tif", path)
    for page, picture in enumerate([BILEVEL, GREY, BILEVEL, Image.open(OUT / "tiff-jpeg.tif")], 1):
        form(path, picture.convert("L"), 1.5, page=page)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        if old.suffix in {".pdf", ".png", ".jpg", ".tif", ".jp2", ".j2k", ".webp", ".bmp", ".gif", ".tsv"}:
            old.unlink()
    make_pdfs()
    make_images()
    lines = ["file\tpage\treference\ttolerance\tdpi"] + ["\t".join(map(str, line)) for line in FORMS]
    (OUT / "forms.tsv").write_text("\n".join(lines) + "\n")
    print(f"{len(FORMS)} forms, {sum(path.stat().st_size for path in OUT.iterdir()) // 1024} KB")


main()
