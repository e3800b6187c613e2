package ma.balagh.intake.obtain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.fetch.FetchOutcome.Answer;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.Provenance;
import ma.balagh.fetch.FetchOutcome.Redirect;
import ma.balagh.fetch.FetchOutcome.Refused;
import ma.balagh.fetch.FetchOutcome.Unobtainable;
import ma.balagh.intake.page.PageContents;
import org.jspecify.annotations.Nullable;

/**
 * What stands in court about one attempt.
 *
 * @param evidenceId what the bytes became
 * @param address as it stands in the link
 * @param finalAddress where the attempt ended, after all redirects
 * @param answer absent where none came that the attempt ended with
 * @param piece which bytes came; absent where none did, or it is not known yet how many
 * @param page what was read from the page that came; absent where it was none
 */
record MediaFetch(
        UUID id,
        UUID linkId,
        @Nullable UUID evidenceId,
        Outcome outcome,
        @Nullable FailureReason why,
        String address,
        String finalAddress,
        List<Redirect> redirects,
        @Nullable Integer status,
        @Nullable Answer answer,
        @Nullable Piece piece,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable PageContents page) {

    /** How the attempt ended, or how it began. */
    enum Outcome {
        /** Bytes came, and not all of them in this attempt. */
        BEGUN,
        FETCHED,
        REFUSED,
        UNOBTAINABLE
    }

    /**
     * Bytes that came in one attempt.
     *
     * @param offset where they begin
     * @param bytes how many
     * @param sha256 of them
     */
    record Piece(
            long offset, @Nullable Long bytes, @Nullable String sha256) {}

    /** Bytes have begun to come. */
    static MediaFetch begun(LinkTask task, Provenance from, long offset, Instant started) {
        return new MediaFetch(
                IdGenerator.next(),
                task.id(),
                null,
                Outcome.BEGUN,
                null,
                task.url(),
                from.address(),
                from.redirects(),
                from.answer().status(),
                from.answer(),
                new Piece(offset, null, null),
                started,
                null,
                null);
    }

    /** All bytes came. */
    static MediaFetch fetched(LinkTask task, Fetched fetched) {
        return new MediaFetch(
                IdGenerator.next(),
                task.id(),
                null,
                Outcome.FETCHED,
                null,
                task.url(),
                fetched.address(),
                fetched.redirects(),
                fetched.answer().status(),
                fetched.answer(),
                new Piece(fetched.offset(), fetched.bytes(), fetched.sha256()),
                fetched.started(),
                fetched.ended(),
                null);
    }

    static MediaFetch refused(LinkTask task, Refused refused, Instant started, Instant ended) {
        return new MediaFetch(
                IdGenerator.next(),
                task.id(),
                null,
                Outcome.REFUSED,
                FailureReason.of(refused.reason(), refused.detail()),
                task.url(),
                refused.address(),
                refused.redirects(),
                null,
                null,
                null,
                started,
                ended,
                null);
    }

    static MediaFetch unobtainable(LinkTask task, Unobtainable unobtainable, Instant started, Instant ended) {
        return new MediaFetch(
                IdGenerator.next(),
                task.id(),
                null,
                Outcome.UNOBTAINABLE,
                FailureReason.of(unobtainable.reason(), unobtainable.detail()),
                task.url(),
                unobtainable.address(),
                unobtainable.redirects(),
                unobtainable.status(),
                null,
                null,
                started,
                ended,
                null);
    }

    /** All bytes came and are an evidence now. */
    MediaFetch becoming(UUID evidence) {
        return new MediaFetch(
                id,
                linkId,
                evidence,
                outcome,
                why,
                address,
                finalAddress,
                redirects,
                status,
                answer,
                piece,
                startedAt,
                endedAt,
                page);
    }

    /** All bytes came and are of no use. */
    MediaFetch useless(FailureReason reason) {
        return new MediaFetch(
                id,
                linkId,
                null,
                Outcome.UNOBTAINABLE,
                reason,
                address,
                finalAddress,
                redirects,
                status,
                answer,
                piece,
                startedAt,
                endedAt,
                page);
    }

    /** All bytes came, or enough of them, and are a page. */
    MediaFetch showing(PageContents reading) {
        return new MediaFetch(
                id,
                linkId,
                evidenceId,
                outcome,
                why,
                address,
                finalAddress,
                redirects,
                status,
                answer,
                piece,
                startedAt,
                endedAt,
                reading);
    }
}
