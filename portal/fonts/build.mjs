// Makes the fonts of the portal: of IBM Plex Sans Arabic and IBM Plex Mono, the letters of Arabic, French and English. The
// Open Font License reserves the name "Plex" for the whole fonts, so that these parts have another one. Hints for screens of
// few pixels are left out: a quarter of each file, which browsers of today hardly read.
//
//   npm install --no-save subset-font@2.9.0 fontverter@2.0.0 @ibm/plex-sans-arabic@1.1.0 @ibm/plex-mono@2.5.0
//   node build.mjs ../src/main/resources/web/app/fonts
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';

const [, , folder] = process.argv;
const { resolve } = createRequire(import.meta.url);

function range(from, to) {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ŒœŸ€' + range(0x2010, 0x2026) + range(0x2030, 0x203a) + '\u202f←↑→↓−✓';
/** Letters of Arabic, and those that Maghrebi names and loan words add; marks, digits and signs of direction. */
const ARABIC = range(0x60c, 0x615) + range(0x61b, 0x61f) + range(0x620, 0x65f) + range(0x660, 0x671) + 'پچژڤڥڨکگڭیە'
  + range(0x200b, 0x200f) + range(0x2066, 0x2069);

/** Call signs, ids, codes and digests are ASCII. */
const CODES = range(0x20, 0x7e) + '\u00a0·–—…′−◎←↑→↓';

const FONTS = [
  ['BalaghSans-Regular', '@ibm/plex-sans-arabic/fonts/complete/woff2/IBMPlexSansArabic-Regular.woff2', LATIN + ARABIC],
  ['BalaghSans-SemiBold', '@ibm/plex-sans-arabic/fonts/complete/woff2/IBMPlexSansArabic-SemiBold.woff2', LATIN + ARABIC],
  ['BalaghMono-Regular', '@ibm/plex-mono/fonts/complete/woff2/IBMPlexMono-Regular.woff2', CODES],
];

/** Family, unique id, full name, PostScript name, typographic family. */
const NAMES = [1, 3, 4, 6, 16];

/** Replaces what these strings of the table "name" have of the reserved name by text of the same length. */
function rename(font) {
  const directory = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = directory.find((at) => font.toString('latin1', at, at + 4) === 'name');
  const table = font.readUInt32BE(entry + 8);
  const strings = table + font.readUInt16BE(table + 4);
  for (let record = table + 6; record < table + 6 + font.readUInt16BE(table + 2) * 12; record += 12) {
    if (NAMES.includes(font.readUInt16BE(record + 6))) {
      const start = strings + font.readUInt16BE(record + 10);
      const text = font.subarray(start, start + font.readUInt16BE(record + 8)).swap16();
      text.write(text.toString('utf16le').replace('IBM Plex', 'Balagh X').replace('IBMPlex', 'BalaghX'), 'utf16le');
      text.swap16();
    }
  }
  return font;
}

for (const [name, source, letters] of FONTS) {
  const part = await subsetFont(readFileSync(resolve(source)), letters, { targetFormat: 'sfnt', noHinting: true });
  const file = await convert(rename(Buffer.from(part)), 'woff2');
  writeFileSync(join(folder, `${name}.woff2`), file);
  console.log(name, file.length);
}
