package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalDouble;
import java.util.UUID;

/** Tells how long media are, as their examinations found. */
@ApplicationScoped
public class MediumLengthService {

    private final FindingRepository findings;

    MediumLengthService(FindingRepository findings) {
        this.findings = findings;
    }

    /** In seconds; empty for a single picture, and while nothing is known. */
    public OptionalDouble seconds(UUID evidenceId) {
        String length = MediumDescription.of(findings.of(evidenceId)).seconds();
        return length.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(length));
    }
}
