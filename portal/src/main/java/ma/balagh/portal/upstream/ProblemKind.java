package ma.balagh.portal.upstream;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Locale;

/** The problems that are explained in the viewer's own words. */
@TemplateData
public enum ProblemKind {
    FOUR_EYES,
    NATIONAL_SETTING,
    PROPOSAL_WAITS,
    UNIT_TAKEN,
    UNIT_NOT_BUSY,
    UNIT_PLANNED,
    OTHER_INCIDENT_OPEN,
    RUN_CARD_EXISTS,
    DIGEST_MISMATCH,
    NOT_A_MEDIUM,
    EMPTY_MEDIUM,
    INCOMPLETE_UPLOAD,
    EVIDENCE_STORE_FULL,
    IDEMPOTENCY_KEY_REUSED,
    EVIDENCE_DAMAGED,
    EVIDENCE_ERASED,
    ILLEGAL_TRANSITION,
    ALREADY_DECIDED,
    UNIT_ENGAGED,
    CALL_SIGN_TAKEN,
    CALL_SIGN_AMBIGUOUS,
    HELP_NOT_GRANTED,
    HELP_NOT_OPEN,
    INQUIRY_OUT_OF_TURN,
    INQUIRY_CLOSED,
    CLOSURE_OVER,
    COMMUNIQUE_OUT_OF_TURN,
    FINDINGS_OPEN,
    PATROL_UNIT_TAKEN,
    ALREADY_BANKED,
    NOTHING_TO_COMPARE,
    TOO_MANY_SEARCHES,
    UNREADABLE_MEDIUM,
    NOTHING_TO_SEE,
    TOO_MANY_LOOKS,
    RENDITION_NOT_READY,
    RENDITION_GONE,
    INVALID,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    STALE,
    TOO_LARGE,
    UNSUPPORTED_MEDIUM,
    UNPROCESSABLE,
    PURPOSE_MISSING,
    TOO_MANY,
    AWAY,
    OTHER;

    /** Whether there is nothing to add: the others cover too many cases. */
    public boolean saysAll() {
        return this != INVALID && this != CONFLICT && this != UNPROCESSABLE && this != OTHER;
    }

    static ProblemKind of(int status, String slug) {
        if (slug.equals("match-required")) {
            // The page knew no version, so that nobody knows what its reader saw.
            return STALE;
        }
        String name = slug.replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseGet(() -> of(status));
    }

    /** What a bare status says. */
    public static ProblemKind of(int status) {
        return switch (status) {
            case 400 -> INVALID;
            case 401, 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 409 -> CONFLICT;
            case 412 -> STALE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIUM;
            case 422 -> UNPROCESSABLE;
            case 428 -> PURPOSE_MISSING;
            case 429 -> TOO_MANY;
            case 502, 503, 504 -> AWAY;
            default -> OTHER;
        };
    }
}
