package ma.balagh.analysis.verdict;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import ma.balagh.contracts.analysis.MarkedMoment;

/** The moment that a proposal marks; for the fields see {@link MarkedMoment}. */
@Embeddable
record StatedMoment(
        @Column(name = "still_evidence_id") UUID evidenceId,
        @Column(name = "still_at") double at) {

    MarkedMoment published() {
        return new MarkedMoment(evidenceId, at);
    }
}
