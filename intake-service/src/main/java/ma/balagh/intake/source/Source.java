package ma.balagh.intake.source;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.fetch.FetchRequest.Validators;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import ma.balagh.intake.source.SourceRules.Accepted;
import ma.balagh.intake.source.SourceRules.Place;
import org.jspecify.annotations.Nullable;

/** Where reports come from. What polls and deliveries change is written by their own statements, without the version. */
@Entity
public class Source {

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private SourceKind kind;

    private String jurisdiction;
    private List<String> keywords;
    private boolean enabled;

    /** Absent for a webhook. */
    private @Nullable Polling polling;

    private @Nullable String entityTag;
    private @Nullable String lastModified;
    private @Nullable String resumeUrl;
    private List<String> resumeLater = List.of();

    private Health health;

    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant removedAt;
    private @Nullable String removedBy;

    @Version
    private int version;

    /**
     * How it is polled.
     *
     * @param url as an officer gave it
     * @param currentUrl where it has moved to for good; the same unless it has moved
     * @param interval the longest pause between two polls
     * @param pause the pause at present: shorter while it has much to tell
     */
    @Embeddable
    public record Polling(
            String url,
            String currentUrl,
            String host,

            @Column(name = "interval_ms") @Convert(converter = DurationConverter.class)
            Duration interval,

            @Column(name = "pause_ms") @Convert(converter = DurationConverter.class)
            Duration pause,

            Instant nextAttemptAt) {}

    /**
     * How it is doing.
     *
     * @param lastNewAt when it last told something new
     * @param lastFailure also when it works again by now
     * @param failingSince the first failure since it last worked
     * @param failures so many since it last worked
     */
    @Embeddable
    public record Health(
            @Nullable Instant lastAttemptAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastNewAt,
            @Nullable Failure lastFailure,
            @Nullable Instant failingSince,
            int failures) {

        static final Health UNTRIED = new Health(null, null, null, null, null, 0);

        private Health atAnotherAddress() {
            return new Health(lastAttemptAt, lastSuccessAt, lastNewAt, lastFailure, null, 0);
        }
    }

    /**
     * @param reason a word that programs can tell apart
     * @param detail what was seen, in English
     */
    @Embeddable
    public record Failure(
            @Column(name = "failed_at") Instant at,
            @Column(name = "failure_reason") String reason,
            @Column(name = "failure_detail") String detail) {}

    protected Source() {}

    /** It is polled at once. */
    static Source watch(UUID id, Accepted accepted, Instant at, String by) {
        var source = new Source();
        source.id = id;
        source.version = 1;
        source.createdAt = at;
        source.createdBy = by;
        source.health = Health.UNTRIED;
        source.take(accepted);
        source.polling = polling(accepted.place(), at);
        return source;
    }

    /** Of another address, nothing that was learnt at the old one holds. */
    void describe(Accepted accepted, Instant at) {
        if (accepted.kind().isPolled() != kind.isPolled()) {
            throw CommonProblem.invalid(new Violation(
                    "kind",
                    ViolationCode.OF_A_WEBHOOK,
                    "a source that is polled does not become a webhook, nor the reverse"));
        }
        take(accepted);
        var described = polling(accepted.place(), at);
        if (described == null || polling == null) {
            return;
        }
        if (described.url().equals(polling.url())) {
            polling = new Polling(
                    polling.url(), polling.currentUrl(), polling.host(), described.interval(), described.pause(), at);
        } else {
            polling = described;
            entityTag = null;
            lastModified = null;
            resumeUrl = null;
            resumeLater = List.of();
            health = health.atAnotherAddress();
        }
    }

    private void take(Accepted accepted) {
        name = accepted.name();
        kind = accepted.kind();
        jurisdiction = accepted.jurisdiction();
        keywords = List.copyOf(accepted.keywords());
        enabled = accepted.enabled();
    }

    private static @Nullable Polling polling(@Nullable Place place, Instant at) {
        return place == null
                ? null
                : new Polling(place.url(), place.url(), place.host(), place.interval(), place.interval(), at);
    }

    /** What it brought stays. */
    void remove(Instant at, String by) {
        removedAt = at;
        removedBy = by;
    }

    /** @throws ma.balagh.http.ProblemException 409 when it is switched off, or no source that is polled */
    void requirePollable() {
        if (!kind.isPolled()) {
            throw CommonProblem.CONFLICT.because("a webhook is called by its sender, it cannot be polled");
        }
        if (!enabled) {
            throw CommonProblem.CONFLICT.because("the source is switched off");
        }
    }

    SourceState state() {
        if (!enabled) {
            return SourceState.OFF;
        }
        if (health.failingSince() != null) {
            return SourceState.FAILING;
        }
        return health.lastSuccessAt() == null ? SourceState.UNTRIED : SourceState.WORKING;
    }

    public UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    public SourceKind kind() {
        return kind;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    /** An item that has one of them is taken in whatever else it says. */
    public List<String> keywords() {
        return keywords;
    }

    /** Whether it is polled or may deliver. */
    public boolean enabled() {
        return enabled;
    }

    /** Absent where the source tells us. */
    public @Nullable Polling polling() {
        return polling;
    }

    /** Of what it told last. */
    public @Nullable Validators validators() {
        return entityTag == null && lastModified == null ? null : new Validators(entityTag, lastModified);
    }

    public Health health() {
        return health;
    }

    /** Counts the changes by people, for {@code ETag}; right once they are flushed. */
    public int version() {
        return version;
    }
}
