package ma.balagh.dispatch.help;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.DispatchProblem;
import org.jspecify.annotations.Nullable;

/**
 * One jurisdiction asks for units of another. While it is granted and its time is not over, they may be sent to the
 * incidents of the one that asked.
 */
@Entity
class HelpRequest {

    enum State {
        ASKED,
        GRANTED,
        REFUSED,
        ENDED
    }

    @Id
    private UUID id;

    private String asking;
    private String asked;
    private String reason;

    @Column(name = "until_at")
    private Instant until;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable UUID unitId;
    private String askedBy;
    private Instant askedAt;
    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    protected HelpRequest() {}

    static HelpRequest ask(UUID id, HelpDescription description, String by, Instant at) {
        var request = new HelpRequest();
        request.id = id;
        request.asking = description.asking();
        request.asked = description.asked();
        request.reason = description.reason();
        request.until = description.until();
        request.state = State.ASKED;
        request.askedBy = by;
        request.askedAt = at;
        request.version = 1;
        return request;
    }

    /** @param unit the one unit that may help; null for all of the jurisdiction */
    void grant(@Nullable UUID unit, String by, Instant at) {
        require(State.ASKED);
        if (!until.isAfter(at)) {
            throw DispatchProblem.HELP_NOT_OPEN.because("the time for which help was asked is over");
        }
        unitId = unit;
        answer(State.GRANTED, by, at);
    }

    void refuse(String by, Instant at) {
        require(State.ASKED);
        answer(State.REFUSED, by, at);
    }

    private void answer(State answer, String by, Instant at) {
        state = answer;
        answeredBy = by;
        answeredAt = at;
    }

    /** Units that are on an incident stay until they are done. */
    void end(String by, Instant at) {
        if (state == State.REFUSED || state == State.ENDED) {
            throw wrongState();
        }
        state = State.ENDED;
        endedBy = by;
        endedAt = at;
    }

    private void require(State wanted) {
        if (state != wanted) {
            throw wrongState();
        }
    }

    private RuntimeException wrongState() {
        return DispatchProblem.HELP_NOT_OPEN.because("the request is " + state);
    }

    UUID id() {
        return id;
    }

    /** The jurisdiction whose incidents need units. */
    String asking() {
        return asking;
    }

    /** The jurisdiction whose units are asked for. */
    String asked() {
        return asked;
    }

    long version() {
        return version;
    }

    HelpRequestView view() {
        return new HelpRequestView(
                id,
                asking,
                asked,
                reason,
                until,
                state,
                unitId,
                askedBy,
                askedAt,
                answeredBy,
                answeredAt,
                endedBy,
                endedAt);
    }
}
