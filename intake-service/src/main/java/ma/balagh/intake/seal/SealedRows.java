package ma.balagh.intake.seal;

import java.util.Map;

/** Sealed rows that the keys' rotation looks after; a bean of each feature that keeps any. */
public interface SealedRows {

    /** What they are, as the metric names them. */
    String name();

    /** How many rows lie under each key. */
    Map<String, Long> countByKey();

    /** @throws IllegalStateException when rows lie under a key that is not there, or is another one than it was */
    void requireKeys();

    /**
     * Puts what lies under other keys under the current one, in transactions of a few rows each. Several replicas may do
     * so at once.
     */
    void reseal(int batch);
}
