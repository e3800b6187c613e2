package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import ma.balagh.intake.evidence.PartialMedium;
import ma.balagh.intake.fetch.FetchOutcome;
import ma.balagh.intake.fetch.FetchOutcome.Answer;
import ma.balagh.intake.fetch.FetchOutcome.Fetched;
import ma.balagh.intake.fetch.FetchOutcome.NotModified;
import ma.balagh.intake.fetch.FetchOutcome.Refused;
import ma.balagh.intake.fetch.FetchOutcome.Transient;
import ma.balagh.intake.fetch.FetchOutcome.Unobtainable;
import ma.balagh.intake.fetch.TransientReason;
import ma.balagh.intake.fetch.UnobtainableReason;
import ma.balagh.intake.page.PageReader;
import ma.balagh.intake.page.PageReading;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.source.feed.WebAddress;
import org.jspecify.annotations.Nullable;

/** What follows for a link from the outcome of an attempt. */
@ApplicationScoped
class Settling {

    private static final Pattern DASH = Pattern.compile("(?s)(?:<\\?xml[^>]*+>\\s*+)?+<MPD\\b.*+");

    /** Whether the link, and with it the partial file, is still needed. */
    enum End {
        OVER,
        GOES_ON
    }

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");
    private static final int HEAD = 1_000;

    private final ObtainedLinks obtained;
    private final MissingLinks missing;
    private final Attempts attempts;
    private final ObtainConfig config;
    private final Clock clock;

    Settling(ObtainedLinks obtained, MissingLinks missing, Attempts attempts, ObtainConfig config, Clock clock) {
        this.obtained = obtained;
        this.missing = missing;
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
    }

    /** @throws LeaseLost when somebody else may work on the link by now */
    End settle(Attempt attempt, PartialMedium file, FetchOutcome outcome) throws IOException {
        Claim claim = attempt.claim();
        return switch (outcome) {
            case Fetched fetched
            when file.isMedium() -> {
                obtained.prepare(claim, file);
                obtained.secure(claim, file, fetched);
                yield End.OVER;
            }
            case Fetched fetched -> noMedium(claim, file, MediaFetch.fetched(claim, fetched), fetched.answer());
            case Refused refused -> {
                missing.unobtainable(
                        claim,
                        Why.of(refused.reason(), refused.detail()),
                        MediaFetch.refused(claim, refused, attempt.started(), clock.instant()));
                yield End.OVER;
            }
            case Unobtainable unobtainable -> unobtainable(attempt, unobtainable);
            case Transient transitory -> later(attempt, file, transitory);
            case NotModified unasked -> {
                failed(claim, Why.of(TransientReason.BROKEN_ANSWER, "it says that what we have is still the same"));
                yield End.OVER;
            }
        };
    }

    /** Another process has not ended yet: the one that held the link before, and was too slow. */
    void stillWritten(Claim claim) {
        missing.putOff(
                claim,
                new Why("STILL_WRITTEN", "Another process still writes what it has fetched."),
                SOON,
                claim.begun(),
                0);
    }

    /** Something of ours failed. */
    void failed(Claim claim, Exception failure) {
        failed(claim, Why.of(TransientReason.NOT_STORED, failure.toString()));
    }

    private void failed(Claim claim, Why why) {
        int failures = claim.failures() + 1;
        missing.putOff(claim, why, pause(failures, null), null, failures);
    }

    private End unobtainable(Attempt attempt, Unobtainable outcome) {
        Claim claim = attempt.claim();
        boolean page = outcome.reason() == UnobtainableReason.PAGE_INSTEAD_OF_MEDIUM;
        if (page && claim.kind() == MediaLink.Kind.MEDIUM && !claim.found()) {
            missing.turnIntoPage(claim);
        } else {
            missing.unobtainable(
                    claim,
                    Why.of(outcome.reason(), outcome.detail()),
                    MediaFetch.unobtainable(claim, outcome, attempt.started(), clock.instant()));
        }
        return End.OVER;
    }

    private End later(Attempt attempt, PartialMedium file, Transient outcome) throws IOException {
        Claim claim = attempt.claim();
        attempt.bytes().settle();
        FetchedBytes.Checkpoint checkpoint = attempt.bytes().checkpoint();
        if (attempt.bytes().hasEnough() && checkpoint != null) {
            return noMedium(
                    claim,
                    file,
                    MediaFetch.begun(claim, checkpoint.provenance(), checkpoint.offset(), attempt.started()),
                    checkpoint.provenance().answer());
        }
        attempts.tell(attempt);
        Claim.Begun begun = outcome.progress() == null ? null : new Claim.Begun(outcome.progress(), file.since());
        int failures = bytes(begun) > bytes(claim.begun()) ? 0 : claim.failures() + 1;
        missing.putOff(
                claim,
                Why.of(outcome.reason(), outcome.detail()),
                pause(failures, outcome.retryAfter()),
                begun,
                failures);
        return begun == null ? End.OVER : End.GOES_ON;
    }

    private End noMedium(Claim claim, PartialMedium file, MediaFetch fetch, Answer answer) throws IOException {
        byte[] content = file.content(Math.toIntExact(config.pageSize().asLongValue()));
        String type = answer.header("Content-Type");
        if (isPlaylist(content)) {
            useless(claim, Why.of(MissingReason.PLAYLIST, type == null ? "" : type), fetch);
        } else if (claim.kind() == MediaLink.Kind.PAGE) {
            // What an address of the fetcher's own cannot be: the page is not lost for it, but shows nothing.
            URI page = WebAddress.of(fetch.finalAddress(), NOWHERE).orElse(NOWHERE);
            PageReading reading = PageReader.read(content, type, page, config.mostPerPage());
            missing.read(claim, page, reading, fetch);
        } else {
            useless(claim, Why.of(MissingReason.NOT_A_MEDIUM, type == null ? "" : type), fetch);
        }
        return End.OVER;
    }

    private void useless(Claim claim, Why why, MediaFetch fetch) {
        missing.unobtainable(claim, why, fetch.useless(why));
    }

    private Duration pause(int failures, @Nullable Duration retryAfter) {
        return Pauses.after(failures, retryAfter, config.firstPause(), config.longestPause());
    }

    private static long bytes(Claim.@Nullable Begun begun) {
        return begun == null ? 0 : begun.progress().bytes();
    }

    private static boolean isPlaylist(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
        String text = head.replace("\uFEFF", "").stripLeading();
        return text.startsWith("#EXTM3U")
                || text.startsWith("<") && DASH.matcher(text).matches();
    }
}
