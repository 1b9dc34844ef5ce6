#!/bin/sh
# Makes the two small fonts of this folder from Noto Sans (SIL Open Font License 1.1, see OFL.txt).
# Needs: fonts-noto-core (the fonts), fonttools (pyftsubset).
#   usage: subset.sh [folder with NotoSans-Regular.ttf and NotoSans-Bold.ttf]
# Kept: Latin with its extensions, Cyrillic with Kazakh and Ukrainian letters, digits,
# punctuation, currency signs and №; the minus sign is added. Hinting, kerning and substitutions are dropped:
# receipts place every text by its advance widths only.
set -eu
from="${1:-/usr/share/fonts/truetype/noto}"
here="$(cd "$(dirname "$0")" && pwd)"
unicodes="U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02BC,U+0300-0304,U+0306-0308,U+030A-030C,U+0400-045F,U+0462-0463,U+0472-0475,U+0490-04BB,U+04C0-04C2,U+04D0-04F5,U+04D8-04D9,U+04E8-04E9"
unicodes="$unicodes,U+2007,U+2009-200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044"
unicodes="$unicodes,U+20A0-20BF,U+2103,U+2116,U+2122"
for weight in Regular Bold; do
  pyftsubset "$from/NotoSans-$weight.ttf" --output-file="$here/NotoSans-$weight.ttf" \
    --unicodes="$unicodes" --layout-features='' --no-hinting --desubroutinize \
    --notdef-outline --name-IDs='0,1,2,3,4,5,6,13,14' --drop-tables+=GSUB,GPOS,GDEF,DSIG
  python3 "$here/add_minus.py" "$here/NotoSans-$weight.ttf"
done
ls -l "$here"/*.ttf
