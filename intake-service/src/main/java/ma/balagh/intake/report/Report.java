package ma.balagh.intake.report;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** One thing that somebody published or told us. */
@Entity
@DynamicUpdate
public class Report {

    @Id
    private UUID id;

    private String receipt;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    private String jurisdiction;
    private String filedBy;

    /** A partner sees of others nothing. */
    private boolean fromPartner;

    private @Nullable UUID sourceId;
    private @Nullable String url;
    private @Nullable String title;
    private @Nullable String text;
    private @Nullable String language;
    private @Nullable Instant publishedAt;
    private Instant receivedAt;
    private @Nullable Instant occurredAt;
    private @Nullable String place;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable Answer answer;

    /** Who filed it still reads it and must not see by the version that it was hidden from others. */
    @OptimisticLock(excluded = true)
    private boolean forwarded;

    @Version
    private int version;

    protected Report() {}

    /** @param jurisdiction where it belongs unless it says so itself */
    static Report filed(FileReport told, String jurisdiction, String filedBy, boolean fromPartner, Instant at) {
        var report = new Report();
        report.channel = requireNonNull(told.channel());
        report.jurisdiction = told.jurisdiction() == null ? jurisdiction : told.jurisdiction();
        report.filedBy = filedBy;
        report.fromPartner = fromPartner;
        report.url = told.url();
        report.title = textOrNull(told.title());
        report.text = textOrNull(told.text());
        report.language = told.language() == null
                ? null
                : Locale.forLanguageTag(told.language()).toLanguageTag();
        report.publishedAt = milliseconds(told.publishedAt());
        report.claim(told.claim());
        report.receive(at);
        return report;
    }

    static Report published(PublishedItem published, Instant at) {
        var report = new Report();
        report.channel = published.channel();
        report.jurisdiction = published.jurisdiction();
        report.filedBy = "source/" + published.sourceId();
        report.sourceId = published.sourceId();
        report.url = published.url();
        report.title = textOrNull(published.title());
        report.text = textOrNull(published.text());
        report.language = published.language();
        report.publishedAt = milliseconds(published.publishedAt());
        report.claim(published.claim());
        report.receive(at);
        return report;
    }

    static Report told(CrewReport told, Instant at) {
        var report = new Report();
        report.channel = Channel.DESK;
        report.jurisdiction = told.jurisdiction();
        report.filedBy = told.filedBy();
        report.title = told.callSign();
        report.text = textOrNull(told.note());
        report.occurredAt = milliseconds(told.takenAt());
        report.receive(at);
        return report;
    }

    private void receive(Instant at) {
        id = IdGenerator.next();
        receipt = ReceiptCode.random().value();
        status = ReportStatus.RECEIVED;
        receivedAt = at;
        version = 1;
    }

    private void claim(@Nullable Claim claimed) {
        if (claimed != null) {
            occurredAt = milliseconds(claimed.occurredAt());
            place = textOrNull(claimed.place());
            latitude = claimed.latitude();
            longitude = claimed.longitude();
        }
    }

    private static @Nullable Instant milliseconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** An officer answers it, which stays so as long as it is in no dossier. */
    void answerByHand(Answer given) {
        status = ReportStatus.ANSWERED;
        answer = given;
    }

    /**
     * It is in dossiers of which this follows. An answer is taken back when another dossier is opened.
     *
     * @return whether anything has changed
     */
    boolean follow(ReportStanding standing) {
        ReportStatus next = standing.answer() == null ? ReportStatus.UNDER_EXAMINATION : ReportStatus.ANSWERED;
        boolean changed =
                next != status || !Objects.equals(standing.answer(), answer) || standing.forwarded() != forwarded;
        status = next;
        answer = standing.answer();
        forwarded = standing.forwarded();
        return changed;
    }

    public UUID id() {
        return id;
    }

    public ReceiptCode receipt() {
        return new ReceiptCode(receipt);
    }

    public Channel channel() {
        return channel;
    }

    public ReportStatus status() {
        return status;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    /** The caller that filed it, as its token's subject. */
    public String filedBy() {
        return filedBy;
    }

    /** The source that it came from; null where somebody filed it. */
    public @Nullable UUID sourceId() {
        return sourceId;
    }

    public @Nullable String url() {
        return url;
    }

    public @Nullable String title() {
        return title;
    }

    public @Nullable String text() {
        return text;
    }

    /** As BCP 47 tag. */
    public @Nullable String language() {
        return language;
    }

    /** As claimed. */
    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Time and place as claimed; null when nothing is claimed. */
    public @Nullable Claim claim() {
        return occurredAt == null && place == null && latitude == null
                ? null
                : new Claim(occurredAt, place, latitude, longitude);
    }

    public @Nullable Answer answer() {
        return answer;
    }

    /**
     * It is hidden with its dossiers, which were handed to another competent authority: of the staff, internal affairs
     * see it.
     */
    public boolean forwarded() {
        return forwarded;
    }

    /** Grows with every change of what a reader is shown, for {@code ETag}; right once changes are flushed. */
    public int version() {
        return version;
    }
}
