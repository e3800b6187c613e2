package ma.balagh.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param address as it was published
 * @param begun what an earlier attempt left in the sink
 * @param known what we have of it already: nothing comes when it is still the same
 * @param bounds narrower ones than the configured
 */
public record FetchRequest(
        String address,
        Wanted wanted,
        FetchOutcome.@Nullable Progress begun,
        @Nullable Validators known,
        @Nullable Bounds bounds) {

    /** What is looked for at an address. */
    public enum Wanted {
        /** Video, picture or sound; a web page is not what was meant. */
        MEDIUM,
        /** Whatever is there. */
        ANYTHING
    }

    /**
     * What a server said of the version that it sent (RFC 9110, section 8.8), to be told again as it was.
     *
     * @param entityTag weak or strong
     * @param lastModified a date, as the server wrote it
     */
    public record Validators(
            @Nullable String entityTag, @Nullable String lastModified) {

        private static final int LONGEST = 1000;

        public Validators {
            entityTag = usable(entityTag);
            lastModified = usable(lastModified);
        }

        /** What an answer says of the version that it brings. */
        public static Validators of(FetchOutcome.Answer answer) {
            return new Validators(answer.header("ETag"), answer.header("Last-Modified"));
        }

        private static @Nullable String usable(@Nullable String value) {
            boolean plain = value != null
                    && !value.isBlank()
                    && value.length() <= LONGEST
                    && value.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F);
            return plain ? value : null;
        }
    }

    /**
     * How far one attempt goes.
     *
     * @param maxSize in bytes
     * @param wholeTime from the first connection to the last byte
     */
    public record Bounds(long maxSize, Duration wholeTime) {}

    public static FetchRequest medium(String address) {
        return new FetchRequest(address, Wanted.MEDIUM, null, null, null);
    }

    /** Whatever is there, within bounds. */
    public static FetchRequest document(String address, Bounds bounds) {
        return new FetchRequest(address, Wanted.ANYTHING, null, null, bounds);
    }

    /** The same, going on where an attempt ended. */
    public FetchRequest from(FetchOutcome.@Nullable Progress progress) {
        return new FetchRequest(address, wanted, progress, known, bounds);
    }

    /** The same, unless the server still has the version that is known. */
    public FetchRequest unless(@Nullable Validators validators) {
        return new FetchRequest(address, wanted, begun, validators, bounds);
    }
}
