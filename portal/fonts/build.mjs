// Makes the fonts of the portal: of IBM Plex Sans Arabic, the letters of Arabic, French and English. The Open Font License
// reserves the name "Plex" for the whole fonts, so that these parts have another one. Left out, a third of each file, is
// what no page asks for: hints for screens of few pixels, other shapes of a letter, fractions, small and raised figures.
//
//   npm install --no-save subset-font@2.9.0 fontverter@2.0.0 @ibm/plex-sans-arabic@1.1.0
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
const ARABIC = '،؛؟' + range(0x621, 0x63a) + range(0x640, 0x655) + range(0x660, 0x66c) + range(0x670, 0x671) + 'پچژڤڨکڭگی'
  + range(0x200b, 0x200f) + range(0x2066, 0x2069);

/** How letters join, change with their language, stand beside each other and carry marks. */
const FEATURES = ['ccmp', 'locl', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'kern', 'mark', 'mkmk'];

const WEIGHTS = ['Regular', 'SemiBold'];

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

for (const weight of WEIGHTS) {
  const whole = readFileSync(resolve(`@ibm/plex-sans-arabic/fonts/complete/woff2/IBMPlexSansArabic-${weight}.woff2`));
  const part = await subsetFont(whole, LATIN + ARABIC, { targetFormat: 'sfnt', noHinting: true, keepFeatures: FEATURES });
  const file = await convert(rename(Buffer.from(part)), 'woff2');
  writeFileSync(join(folder, `BalaghSans-${weight}.woff2`), file);
  console.log(weight, file.length);
}
