package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import ma.balagh.fetch.FetchOutcome;
import ma.balagh.fetch.FetchOutcome.Answer;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.NotModified;
import ma.balagh.fetch.FetchOutcome.Refused;
import ma.balagh.fetch.FetchOutcome.Transient;
import ma.balagh.fetch.FetchOutcome.Unobtainable;
import ma.balagh.fetch.TransientReason;
import ma.balagh.fetch.UnobtainableReason;
import ma.balagh.intake.evidence.PartialMediumWriter;
import ma.balagh.intake.page.PageContents;
import ma.balagh.intake.page.PageReader;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.source.feed.WebAddressParser;
import org.jspecify.annotations.Nullable;

/** What follows for a link from the outcome of an attempt. */
@ApplicationScoped
class FetchOutcomeHandler {

    private static final Pattern DASH = Pattern.compile("(?s)(?:<\\?xml[^>]*+>\\s*+)?+<MPD\\b.*+");

    /** Whether the link, and with it the partial file, is still needed. */
    enum End {
        OVER,
        GOES_ON
    }

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");
    private static final int HEAD = 1_000;

    private final LinkFetchQueue queue;
    private final ObtainedLinkService obtained;
    private final MissingLinkService missing;
    private final LinkAttemptRegistry attempts;
    private final ObtainConfig config;
    private final Clock clock;

    FetchOutcomeHandler(
            LinkFetchQueue queue,
            ObtainedLinkService obtained,
            MissingLinkService missing,
            LinkAttemptRegistry attempts,
            ObtainConfig config,
            Clock clock) {
        this.queue = queue;
        this.obtained = obtained;
        this.missing = missing;
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
    }

    /** @throws LeaseLostException when another replica may have it */
    End settle(LinkAttempt attempt, PartialMediumWriter file, FetchOutcome outcome) throws IOException {
        LinkTask task = attempt.task();
        return switch (outcome) {
            case Fetched fetched
            when file.isMedium() -> {
                obtained.prepare(task, file);
                obtained.secure(task, file, fetched);
                yield End.OVER;
            }
            case Fetched fetched -> noMedium(task, file, MediaFetch.fetched(task, fetched), fetched.answer());
            case Refused refused -> {
                missing.unobtainable(
                        task,
                        FailureReason.of(refused.reason(), refused.detail()),
                        MediaFetch.refused(task, refused, attempt.started(), clock.instant()));
                yield End.OVER;
            }
            case Unobtainable unobtainable -> unobtainable(attempt, unobtainable);
            case Transient transitory -> later(attempt, file, transitory);
            case NotModified unasked -> {
                failed(
                        task,
                        FailureReason.of(TransientReason.BROKEN_ANSWER, "it says that what we have is still the same"));
                yield End.OVER;
            }
        };
    }

    /** Another process has not ended yet: the one that held the link before, and was too slow. */
    void stillWritten(LinkTask task) {
        queue.putOff(
                task,
                new FailureReason("STILL_WRITTEN", "Another process still writes what it has fetched."),
                SOON,
                task.begun(),
                0);
    }

    /** More than one worker ended while it had the link. */
    void lostWorkers(LinkTask task) {
        failed(task, FailureReason.of(TransientReason.NOT_STORED, "its worker ended, more than once"));
    }

    /** Something of ours failed. */
    void failed(LinkTask task, Exception failure) {
        failed(task, FailureReason.of(TransientReason.NOT_STORED, failure.toString()));
    }

    private void failed(LinkTask task, FailureReason why) {
        int failures = task.failures() + 1;
        queue.putOff(task, why, pause(failures, null), null, failures);
    }

    private End unobtainable(LinkAttempt attempt, Unobtainable outcome) {
        LinkTask task = attempt.task();
        boolean page = outcome.reason() == UnobtainableReason.PAGE_INSTEAD_OF_MEDIUM;
        if (page && task.kind() == MediaLink.Kind.MEDIUM && !task.found()) {
            queue.turnIntoPage(task);
        } else {
            missing.unobtainable(
                    task,
                    FailureReason.of(outcome.reason(), outcome.detail()),
                    MediaFetch.unobtainable(task, outcome, attempt.started(), clock.instant()));
        }
        return End.OVER;
    }

    private End later(LinkAttempt attempt, PartialMediumWriter file, Transient outcome) throws IOException {
        LinkTask task = attempt.task();
        attempt.bytes().settle();
        FetchedBytesWriter.Checkpoint checkpoint = attempt.bytes().checkpoint();
        if (attempt.bytes().hasEnough() && checkpoint != null) {
            return noMedium(
                    task,
                    file,
                    MediaFetch.begun(task, checkpoint.provenance(), checkpoint.offset(), attempt.started()),
                    checkpoint.provenance().answer());
        }
        attempts.tell(attempt);
        LinkTask.Begun begun = outcome.progress() == null ? null : new LinkTask.Begun(outcome.progress(), file.since());
        int failures = bytes(begun) > bytes(task.begun()) ? 0 : task.failures() + 1;
        queue.putOff(
                task,
                FailureReason.of(outcome.reason(), outcome.detail()),
                pause(failures, outcome.retryAfter()),
                begun,
                failures);
        return begun == null ? End.OVER : End.GOES_ON;
    }

    private End noMedium(LinkTask task, PartialMediumWriter file, MediaFetch fetch, Answer answer) throws IOException {
        byte[] content = file.content(Math.toIntExact(config.pageSize().asLongValue()));
        String type = answer.header("Content-Type");
        if (isPlaylist(content)) {
            useless(task, FailureReason.of(MissingReason.PLAYLIST, type == null ? "" : type), fetch);
        } else if (task.kind() == MediaLink.Kind.PAGE) {
            // What an address of the fetcher's own cannot be: the page is not lost for it, but shows nothing.
            URI page = WebAddressParser.of(fetch.finalAddress(), NOWHERE).orElse(NOWHERE);
            PageContents reading = PageReader.read(content, type, page, config.mostPerPage());
            missing.read(task, page, reading, fetch);
        } else {
            useless(task, FailureReason.of(MissingReason.NOT_A_MEDIUM, type == null ? "" : type), fetch);
        }
        return End.OVER;
    }

    private void useless(LinkTask task, FailureReason why, MediaFetch fetch) {
        missing.unobtainable(task, why, fetch.useless(why));
    }

    private Duration pause(int failures, @Nullable Duration retryAfter) {
        return RetryDelayCalculator.after(failures, retryAfter, config.firstPause(), config.longestPause());
    }

    private static long bytes(LinkTask.@Nullable Begun begun) {
        return begun == null ? 0 : begun.progress().bytes();
    }

    private static boolean isPlaylist(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
        String text = head.replace("\uFEFF", "").stripLeading();
        return text.startsWith("#EXTM3U")
                || text.startsWith("<") && DASH.matcher(text).matches();
    }
}
