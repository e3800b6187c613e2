package ma.balagh.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The territories that a caller may see. Codes are hierarchical: {@code MA} covers {@code MA-CAS}, which covers
 * {@code MA-CAS-ANFA}. None at all sees nothing.
 */
public record Jurisdictions(List<String> codes) {

    /** What a code looks like; no character of it means anything to SQL's {@code like}. */
    public static final String CODE = "^[A-Z]{2}(-[A-Z0-9]{1,8}){0,6}$";

    /** What is told of anything else. */
    public static final String EXPECTED = "must be a code such as MA-CAS";

    /** Of the longest code. */
    public static final int LONGEST = 56;

    private static final Pattern CODE_PATTERN = Pattern.compile(CODE);

    /** @throws IllegalArgumentException for a malformed code */
    public Jurisdictions {
        codes = List.copyOf(codes);
        for (String code : codes) {
            if (!isCode(code)) {
                throw new IllegalArgumentException("not a jurisdiction code: " + code);
            }
        }
    }

    public static Jurisdictions of(String... codes) {
        return new Jurisdictions(List.of(codes));
    }

    public static boolean isCode(String code) {
        return code.length() <= LONGEST && CODE_PATTERN.matcher(code).matches();
    }

    public boolean covers(String code) {
        return codes.stream().anyMatch(own -> code.equals(own) || code.startsWith(own + "-"));
    }

    /**
     * For {@code where jurisdiction like any(:jurisdictions)}, bound as an array of texts.
     */
    public List<String> patterns() {
        return codes.stream().flatMap(code -> Stream.of(code, code + "-%")).toList();
    }

    /** The caller's main territory: the first code of the token. */
    public Optional<String> first() {
        return codes.stream().findFirst();
    }
}
