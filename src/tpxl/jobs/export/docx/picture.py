"""The chart's drawing as pixels, for a word processor that knows no vectors."""

import io

from PIL import Image, ImageDraw

from tpxl.jobs.export.drawing import (
    AXIS,
    HIGH,
    UNITS_PER_CM,
    WIDE,
    Bar,
    Drawing,
    LevelLine,
    PlacedText,
)
from tpxl.jobs.export.text_metrics import font

_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
_CM_PER_INCH = 2.54


def png(drawing: Drawing) -> bytes:
    """Return the drawing as PNG, a hundred pixels a centimetre."""
    image = Image.new("RGB", (WIDE, HIGH), "white")
    pen = ImageDraw.Draw(image)
    face = font(drawing.letters)
    for shape in drawing.shapes:
        match shape:
            case Bar(x, y, broad, high, fill, line):
                pen.rectangle([x, y, x + broad, y + high], fill=fill, outline=line)
            case LevelLine(left, right, y):
                pen.line([(left, y), (right, y)], fill=AXIS, width=3)
            case PlacedText(text, x, y, fill, anchor):
                pen.text((x, y), text, fill=fill, font=face, anchor=_ANCHORS[anchor])
    out = io.BytesIO()
    image.save(
        out, "PNG", compress_level=2, dpi=(UNITS_PER_CM * _CM_PER_INCH, UNITS_PER_CM * _CM_PER_INCH)
    )
    return out.getvalue()
