package ma.balagh.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is wrong with a request.
 *
 * @param field the JSON path ({@code claim.latitude}), query parameter or header at fault
 * @param code what is wrong with it, for programs
 * @param params what the code speaks of: {@code min} and {@code max}, numbers or durations, {@code allowed}, names, and
 *     {@code unit}, {@code plan}, {@code from} and {@code to}; absent without any
 * @param message what is wrong with it, for a person; never the rejected value of a personal field
 */
public record Violation(
        String field,
        ViolationCode code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> params,
        String message) {

    private static final String MIN = "min";
    private static final String MAX = "max";

    public Violation {
        params = Map.copyOf(params);
    }

    public Violation(String field, ViolationCode code, String message) {
        this(field, code, Map.of(), message);
    }

    public static Violation required(String field, String message) {
        return new Violation(field, ViolationCode.REQUIRED, message);
    }

    /** An act has to be explained. */
    public static Violation reasonRequired(String field, int max) {
        return new Violation(
                field,
                ViolationCode.REASON_REQUIRED,
                Map.of(MAX, max),
                "must say why, in at most %d characters".formatted(max));
    }

    public static Violation tooShort(String field, int min) {
        return new Violation(
                field, ViolationCode.TOO_SHORT, Map.of(MIN, min), "must have at least %d characters".formatted(min));
    }

    public static Violation tooLong(String field, int max) {
        return new Violation(
                field, ViolationCode.TOO_LONG, Map.of(MAX, max), "must have at most %d characters".formatted(max));
    }

    /** A text that is long enough, but has no words. */
    public static Violation noWords(String field) {
        return new Violation(
                field,
                ViolationCode.NO_WORDS,
                Map.of(MIN, VisibleText.LEAST_LETTERS),
                "must be words, with at least %d letters".formatted(VisibleText.LEAST_LETTERS));
    }

    /** A text that is empty or too long. */
    public static Violation wrongLength(String field, int max) {
        return new Violation(
                field,
                ViolationCode.WRONG_LENGTH,
                Map.of(MIN, 1, MAX, max),
                "must have 1 to %d characters".formatted(max));
    }

    /** A list that is too long. */
    public static Violation tooMany(String field, int max) {
        return new Violation(field, ViolationCode.TOO_MANY, Map.of(MAX, max), "must be at most " + max);
    }

    /** @param message names both bounds */
    public static Violation outOfRange(String field, Object min, Object max, String message) {
        return new Violation(field, ViolationCode.OUT_OF_RANGE, Map.of(MIN, min, MAX, max), message);
    }

    /** @param allowed an enum */
    public static Violation notOneOf(String field, Class<?> allowed) {
        return new Violation(
                field, ViolationCode.NOT_ONE_OF, Map.of("allowed", names(allowed)), "must be one of " + names(allowed));
    }

    /** @param allowed an enum */
    public static Violation requiredOneOf(String field, Class<?> allowed) {
        return required(field, "must be one of " + names(allowed));
    }

    private static String names(Class<?> allowed) {
        return Stream.of(allowed.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    public static Violation inTheFuture(String field) {
        return new Violation(field, ViolationCode.IN_THE_FUTURE, "must not lie in the future");
    }

    public static Violation tooEarly(String field, String message) {
        return new Violation(field, ViolationCode.TOO_EARLY, message);
    }

    /** No moment that somebody means lies before 1970. */
    public static Violation beforeTheEpoch(String field) {
        return tooEarly(field, "must not lie before 1970");
    }

    public static Violation notAJurisdiction(String field) {
        return new Violation(field, ViolationCode.NOT_A_JURISDICTION, Jurisdictions.EXPECTED);
    }

    public static Violation notYourJurisdiction(String field) {
        return new Violation(field, ViolationCode.NOT_YOUR_JURISDICTION, "lies outside your jurisdictions");
    }

    public static Violation notADossier(String field) {
        return new Violation(field, ViolationCode.NOT_A_DOSSIER, "must be another dossier that you may see");
    }

    /** The same thing stands there twice. */
    public static Violation listedTwice(String field, String message) {
        return new Violation(field, ViolationCode.LISTED_ALREADY, message);
    }

    /** Nothing is known of where to go, and nobody says so. */
    public static Violation noBlackSpot(String field) {
        return new Violation(field, ViolationCode.NO_BLACK_SPOT, "no black spot is known there: name places");
    }

    /** Nobody works in that time. */
    public static Violation noUnitOnDuty(String field) {
        return new Violation(field, ViolationCode.NO_UNIT_ON_DUTY, "none of them is meant to work in that time");
    }

    /** It does not go with the rest. */
    public static Violation unfitting(String field, String message) {
        return new Violation(field, ViolationCode.UNFITTING, message);
    }

    /** It cannot be read as what it has to be. */
    public static Violation malformed(String field, String message) {
        return new Violation(field, ViolationCode.MALFORMED, message);
    }

    /** The same of a field that stands in that one. */
    Violation in(String parent) {
        return new Violation(parent + "." + field, code, params, message);
    }
}
