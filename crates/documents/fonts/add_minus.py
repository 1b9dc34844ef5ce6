"""Adds the minus sign U+2212, which Noto Sans leaves to its mathematical fonts: the bar of
the font's own plus sign. Usage: add_minus.py FONT.ttf (changed in place)."""

import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

path = sys.argv[1]
font = TTFont(path)
names = font.getBestCmap()
glyphs = font["glyf"]
plus, hyphen = glyphs[names[ord("+")]], glyphs[names[ord("-")]]
half = (hyphen.yMax - hyphen.yMin) // 2
middle = (plus.yMin + plus.yMax) // 2
pen = TTGlyphPen(None)
pen.moveTo((plus.xMin, middle - half))
pen.lineTo((plus.xMin, middle + half))
pen.lineTo((plus.xMax, middle + half))
pen.lineTo((plus.xMax, middle - half))
pen.closePath()
font.setGlyphOrder(font.getGlyphOrder() + ["minus"])
glyphs["minus"] = pen.glyph()
font["hmtx"]["minus"] = font["hmtx"][names[ord("+")]]
for table in font["cmap"].tables:
    if table.isUnicode():
        table.cmap[0x2212] = "minus"
font.save(path)
