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
unicodes="U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02BC,U+0300-0304,U+0306-0308,U+030A-030C"
# Cyrillic, then Ukrainian, Kazakh, Kyrgyz, Tatar, Bashkir, Uzbek and Tajik letters.
unicodes="$unicodes,U+0400-045F,U+0490-0493,U+0496-049B,U+04A0-04A3,U+04AA-04AB,U+04AE-04B3,U+04B6-04B7,U+04BA-04BB,U+04C0,U+04D8-04D9,U+04E2-04E3,U+04E8-04E9,U+04EE-04EF"
unicodes="$unicodes,U+2007,U+2009-200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044"
unicodes="$unicodes,U+20A9,U+20AB,U+20AC,U+20B4,U+20B8-20BA,U+20BC-20BE,U+2103,U+2116,U+2122"
for weight in Regular Bold; do
  pyftsubset "$from/NotoSans-$weight.ttf" --output-file="$here/NotoSans-$weight.ttf" \
    --unicodes="$unicodes" --layout-features='' --no-hinting --desubroutinize \
    --notdef-outline --name-IDs='0,1,2,3,4,5,6,13,14' --drop-tables+=GSUB,GPOS,GDEF,DSIG
  python3 "$here/add_minus.py" "$here/NotoSans-$weight.ttf"
done
ls -l "$here"/*.ttf
