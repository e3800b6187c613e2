package ma.balagh.intake.source.poll;

import java.time.Duration;
import java.util.List;
import ma.balagh.fetch.FetchRequest.Validators;
import org.jspecify.annotations.Nullable;

/** What one poll came to. */
sealed interface PollOutcome {

    /** Where a timeline is to be gone on with, because its pages were not read until what is known; newest first. */
    List<String> resumeUrls();

    /**
     * The source told what it has.
     *
     * @param fresh so many items had not been told before
     * @param validators of what it told, where it is whole
     * @param freshFor how long the server says that nothing changes
     * @param move where the server says that the source stands for good
     */
    record Told(
            int fresh,
            @Nullable Validators validators,
            @Nullable Duration freshFor,
            @Nullable Move move,
            List<String> resumeUrls)
            implements PollOutcome {}

    /**
     * It did not, or not all.
     *
     * @param fresh so many items came nevertheless
     * @param reason a word that programs can tell apart
     * @param stayAway how long the server asks us to
     */
    record Failed(
            int fresh,
            String reason,
            String detail,
            @Nullable Duration stayAway,
            List<String> resumeUrls) implements PollOutcome {

        /** The reason where it fails on our side. */
        static final String UNFORESEEN = "UNFORESEEN";
    }

    /** @param status 301 or 308, of the last redirect on the way */
    record Move(String url, String host, int status) {}
}
