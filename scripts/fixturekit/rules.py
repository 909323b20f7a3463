"""Ruled tables that several layouts share."""


def grid(doc, columns, right, rules, top, width=0.2):
    """Draws the rules of a table: `columns` are the left edges, `rules` the heights of the lines across."""
    for y in rules:
        doc.sheet.line(columns[0], y, right, y, width)
    for x in (*columns, right):
        doc.sheet.line(x, top, x, rules[-1], width)
    doc.y = rules[-1]
