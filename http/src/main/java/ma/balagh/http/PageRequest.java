package ma.balagh.http;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for. A resource takes it as {@code @BeanParam PageRequest page}; the query is
 * {@code where id < :after order by id desc limit :fetch}.
 */
public final class PageRequest {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int LONGEST_LIMIT = 10;
    private static final int LONGEST_CURSOR = 500;
    private static final UUID GREATEST = new UUID(-1, -1);

    // Text, so that "abc" is answered with a 400 that names the parameter, instead of JAX-RS's 404.
    @QueryParam("limit")
    @Size(max = LONGEST_LIMIT)
    private @Nullable String limit;

    @QueryParam("cursor")
    @Size(max = LONGEST_CURSOR)
    private @Nullable String cursor;

    /** At most so many items; 1 to 200. */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int value = Integer.parseInt(limit);
            if (limit.length() <= LONGEST_LIMIT && value >= 1 && value <= MAX_LIMIT) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Answered below, like a number out of range.
        }
        throw CommonProblem.invalid(
                Violation.outOfRange("limit", 1, MAX_LIMIT, "must be a whole number from 1 to " + MAX_LIMIT));
    }

    /** How many rows to fetch: one more than the limit tells whether there is a next page. */
    public int fetch() {
        return limit() + 1;
    }

    /** The id after which the page begins, newest first; on the first page one that is greater than all others. */
    public UUID after() {
        return after(UUID::fromString).orElse(GREATEST);
    }

    /**
     * The place after which the page begins in a list of another order; absent on the first page.
     *
     * @param reader of what {@link Page#of} was given as the place; IllegalArgumentException for what is none
     */
    public <P> Optional<P> after(Function<String, P> reader) {
        try {
            return Optional.ofNullable(cursor).map(PageRequest::decoded).map(reader);
        } catch (IllegalArgumentException malformed) {
            throw CommonProblem.invalid(Violation.malformed("cursor", "must be the next of an earlier page"));
        }
    }

    private static String decoded(String cursor) {
        if (cursor.length() > LONGEST_CURSOR) {
            throw new IllegalArgumentException("no cursor is that long");
        }
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
