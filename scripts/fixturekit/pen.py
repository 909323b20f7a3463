"""Handwriting that says nothing: strokes that look like signatures and initials."""

import random


def scribble(x, y, seed, width=38.0, height=7.0):
    """Strokes of an invented signature that starts at (x, y) on the baseline, in millimetres."""
    rng = random.Random(seed)
    capital = [(x + rng.uniform(0, 5), y - rng.uniform(-0.1, 1.6) * height) for _ in range(rng.randint(4, 6))]
    name, pen_x, rise = [], x + 5, height * rng.uniform(0.35, 0.55)
    while pen_x < x + width * 0.8:
        tall = rng.random() < 0.2
        name.append((pen_x + 1.2, y - rise * (rng.uniform(1.6, 2.4) if tall else rng.uniform(0.5, 1.0))))
        name.append((pen_x + rng.uniform(0.2, 1.0), y + rise * (rng.uniform(0.3, 1.2) if rng.random() < 0.12 else 0)))
        pen_x += rng.uniform(1.2, 3.0)
        rise *= 0.95
    name.append((x + width, y - rng.uniform(-0.2, 0.6) * height))
    strokes = [smooth(capital), smooth(name)]
    if rng.random() < 0.6:
        strokes.append(smooth([(x + width * 0.3, y + 1.5), (x + width * 0.6, y + 0.4), (x + width * 1.05, y + 1.2)]))
    return strokes


def initials(x, y, seed):
    """Two letters that nobody can read."""
    rng = random.Random(seed)
    return [smooth([(left + rng.uniform(-0.5, 4), y - rng.uniform(-0.15, 1.0) * 6) for _ in range(rng.randint(4, 5))])
            for left in (x, x + 4.2)]


def smooth(points, steps=10):
    """A Catmull-Rom curve through the points."""
    padded = [points[0], *points, points[-1]]
    curve = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        for step in range(steps):
            t = step / steps
            curve.append(tuple(
                0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
                for p, q, r, s in zip(a, b, c, d)))
    return [*curve, points[-1]]
