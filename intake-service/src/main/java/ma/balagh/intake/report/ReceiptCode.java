package ma.balagh.intake.report;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reporter holds: {@code BLG-7XK2-9QFM-0T3R-VW8D}. Fifteen random characters of Crockford's Base32 (75 bits, not
 * to be guessed) and a check character (Luhn mod 32), which catches every mistyped and nearly every swapped character.
 */
public record ReceiptCode(String value) {

    private static final String PREFIX = "BLG";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    /** With blanks and dashes anywhere. */
    public static final int LONGEST = 100;

    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final Pattern GROUP = Pattern.compile(".{4}");

    /** @throws IllegalArgumentException when it is no code as this class writes them */
    public ReceiptCode {
        if (!typed(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("not a receipt code");
        }
    }

    /** A new one. */
    static ReceiptCode random() {
        var body = new StringBuilder(LENGTH);
        // No static one: a native image would keep the one of the machine that built it.
        var random = new SecureRandom();
        random.ints(LENGTH - 1, 0, ALPHABET.length()).forEach(index -> body.append(ALPHABET.charAt(index)));
        return new ReceiptCode(written(body.toString() + check(body)));
    }

    /**
     * Reads what a person typed: small letters, O for 0, I and L for 1, spaces and dashes anywhere or nowhere.
     *
     * @return empty when that can be no code
     */
    public static Optional<ReceiptCode> parse(String text) {
        return typed(text).map(ReceiptCode::new);
    }

    private static Optional<String> typed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String compact = BETWEEN.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        if (!compact.startsWith(PREFIX) || compact.length() != PREFIX.length() + LENGTH) {
            return Optional.empty();
        }
        String characters = compact.substring(PREFIX.length())
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean known = characters.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
        if (!known || check(characters.substring(0, LENGTH - 1)) != characters.charAt(LENGTH - 1)) {
            return Optional.empty();
        }
        return Optional.of(written(characters));
    }

    private static String written(String characters) {
        return PREFIX + GROUP.matcher(characters).replaceAll("-$0");
    }

    /** The Luhn mod N algorithm with N = 32. */
    private static char check(CharSequence body) {
        int base = ALPHABET.length();
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = ALPHABET.indexOf(body.charAt(i));
            boolean doubled = (body.length() - i) % 2 == 1;
            int addend = doubled ? 2 * digit : digit;
            sum += addend / base + addend % base;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }

    @Override
    public String toString() {
        return value;
    }
}
