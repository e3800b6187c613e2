package ma.balagh.wording;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What is left of a character: its plain small letters, none for what is only a mark. Compatibility forms (Arabic
 * presentation forms, full width) are resolved as NFKD says (Unicode Standard Annex 15); of the forms of alef, ya and ta
 * marbuta one each remains, hamza is no letter, and the letters that Moroccans write for sounds of their own become those
 * that others write. Digits of every script become ASCII's.
 */
final class LetterNormalizer {

    // Latin, Greek and Cyrillic to Arabic; everything beyond is rare enough to be made on the way.
    private static final int KNOWN = 0x0700;
    private static final String[] TABLE = new String[KNOWN];

    static {
        for (int point = 0; point < KNOWN; point++) {
            TABLE[point] = made(point);
        }
    }

    private LetterNormalizer() {}

    /** @return the character itself where it is no letter */
    static String of(int point) {
        return point < KNOWN ? TABLE[point] : made(point);
    }

    private static String made(int point) {
        if (Character.getType(point) == Character.SURROGATE) {
            return " ";
        }
        var letters = new StringBuilder();
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(part -> append(letters, part));
        return letters.toString();
    }

    private static void append(StringBuilder letters, int part) {
        if (isMark(part)) {
            return;
        }
        int digit = Character.digit(part, 10);
        if (digit >= 0) {
            letters.append((char) ('0' + digit));
            return;
        }
        switch (part) {
            case 'ٱ' -> letters.append('ا');
            case 'ى', 'ی', 'ې' -> letters.append('ي');
            case 'ة', 'ہ', 'ھ', 'ە' -> letters.append('ه');
            case 'ک', 'گ', 'ڭ', 'ݣ', 'ڬ', 'ڪ' -> letters.append('ك');
            case 'ڤ', 'ڥ', 'ڢ', 'ڧ' -> letters.append('ف');
            case 'پ' -> letters.append('ب');
            case 'چ' -> letters.append('ج');
            case 'ژ' -> letters.append('ز');
            case 'œ' -> letters.append("oe");
            case 'æ' -> letters.append("ae");
            case 'ß' -> letters.append("ss");
            case 'ı' -> letters.append('i');
            case '’', '‘', 'ʼ', '`', '´', 'ʿ', 'ʾ' -> letters.append('\'');
            default -> letters.appendCodePoint(part);
        }
    }

    private static boolean isMark(int part) {
        return switch (Character.getType(part)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> true;
            // Tatweel, and the hamza that stands alone.
            default -> part == 'ـ' || part == 'ء';
        };
    }
}
