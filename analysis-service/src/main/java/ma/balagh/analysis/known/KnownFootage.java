package ma.balagh.analysis.known;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.examination.KnownMedia.Kind;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import org.jspecify.annotations.Nullable;

/** An entry of the bank: what an evidence shows, by a name. One that was removed is kept as it went. */
@Entity
public class KnownFootage {

    /** Whether it raises matches. */
    enum State {
        BANKED,
        /** Set aside until somebody banks it again. */
        QUARANTINED
    }

    @Id
    private UUID id;

    private UUID evidenceId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String reference;
    private String summary;

    @Enumerated(EnumType.STRING)
    private State state;

    private String bankedBy;
    private String bankedByName;
    private Instant bankedAt;
    private Instant countedFrom;
    private @Nullable Instant quarantinedAt;
    private @Nullable Integer quarantinedMedia;
    private @Nullable Integer quarantinedExamined;
    private @Nullable Instant removedAt;
    private @Nullable String removedBy;
    private @Nullable String removedByName;

    protected KnownFootage() {}

    static KnownFootage bank(UUID evidenceId, Kind kind, String reference, String summary, Caller by, Instant at) {
        var entry = new KnownFootage();
        entry.id = IdGenerator.next();
        entry.evidenceId = evidenceId;
        entry.kind = kind;
        entry.reference = reference;
        entry.summary = summary;
        entry.state = State.BANKED;
        entry.bankedBy = by.id();
        entry.bankedByName = by.name();
        entry.bankedAt = at;
        entry.countedFrom = Instant.EPOCH;
        return entry;
    }

    /** Matches that were found before do not count against a flood: whoever banks it knows them. */
    void countFromNow() {
        countedFrom = bankedAt;
    }

    /**
     * Sets it aside because it matches too much.
     *
     * @param media how many it matched
     * @param examined out of how many
     */
    void quarantine(int media, int examined, Instant at) {
        state = State.QUARANTINED;
        quarantinedMedia = media;
        quarantinedExamined = examined;
        quarantinedAt = at;
    }

    void remove(Caller by, Instant at) {
        removedBy = by.id();
        removedByName = by.name();
        removedAt = at;
    }

    UUID id() {
        return id;
    }

    boolean isBanked() {
        return state == State.BANKED;
    }
}
