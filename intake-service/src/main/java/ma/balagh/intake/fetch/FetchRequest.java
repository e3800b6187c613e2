package ma.balagh.intake.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param address as it was published
 * @param begun what an earlier attempt left in the sink
 */
public record FetchRequest(String address, Wanted wanted, FetchOutcome.@Nullable Progress begun) {

    /** What is looked for at an address. */
    public enum Wanted {
        /** Video, picture or sound; a web page is not what was meant. */
        MEDIUM,
        /** Whatever is there. */
        ANYTHING
    }

    public static FetchRequest medium(String address) {
        return new FetchRequest(address, Wanted.MEDIUM, null);
    }

    /** The same, going on where an attempt ended. */
    public FetchRequest from(FetchOutcome.@Nullable Progress progress) {
        return new FetchRequest(address, wanted, progress);
    }
}
