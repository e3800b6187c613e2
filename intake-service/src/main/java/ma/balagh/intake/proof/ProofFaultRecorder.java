package ma.balagh.intake.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records the faults of a proof. The first ones are named, and logged at once; all are counted. */
final class ProofFaultRecorder {

    /** So many are named: of a store that is gone, every evidence is a fault. */
    static final int NAMED = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ProofFaultRecorder.class);

    /** What a fault is one of, and what its id is. */
    enum Part {
        /** A custody chain; the id is the evidence's. */
        CUSTODY("custody", "evidenceId"),
        /** The bytes of an evidence; the id is the evidence's. */
        BYTES("bytes", "evidenceId"),
        /** A leaf of the journal; the id is its position. */
        JOURNAL("journal", "position"),
        /** An anchor; the id is its number. */
        ANCHOR("anchor", "number");

        private final String label;
        private final String id;

        Part(String label, String id) {
            this.label = label;
            this.id = id;
        }

        String label() {
            return label;
        }
    }

    /** One of them. */
    record Fault(Part part, String id, String why) {

        @Override
        public String toString() {
            return part.label() + " " + id + ": " + why;
        }
    }

    private final List<Fault> named = new ArrayList<>();
    private final Map<Part, Long> counts = new EnumMap<>(Part.class);

    synchronized void add(Part part, Object id, String why) {
        counts.merge(part, 1L, Long::sum);
        if (named.size() < NAMED) {
            var fault = new Fault(part, id.toString(), why);
            named.add(fault);
            LOG.atError().addKeyValue(part.id, id).log("Not as it was: {}: {}", part.label(), why);
        }
    }

    synchronized List<Fault> named() {
        return List.copyOf(named);
    }

    synchronized long count(Part part) {
        return counts.getOrDefault(part, 0L);
    }

    synchronized long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
