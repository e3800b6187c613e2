package ma.balagh.analysis.examination;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.finding.FindingTexts.Language;
import org.jspecify.annotations.Nullable;

/** What the rest of analysis asks of the laboratory. */
public interface Examinations {

    /**
     * Queues the examination of an evidence, in the caller's transaction; does nothing where it was queued before.
     *
     * @param sha256 expected digest of the bytes, 64 lower-case hexadecimal digits
     * @param mediaType as declared by whoever brought it; the examination finds out for itself
     */
    void queue(UUID evidenceId, String sha256, String mediaType, String jurisdiction);

    /**
     * Notes whether the evidence's bytes are kept, in the caller's transaction. Where they are not, everything goes
     * that shows them; what was found and what they are recognised by stays. Where they are again, what was not
     * examined is.
     *
     * @param erasedAt since when they are not; null while they are
     */
    void keep(UUID evidenceId, @Nullable Instant erasedAt);

    /** Those of these that nobody has taken up are to begin by then: the queue goes by it. In the caller's transaction. */
    void examineBy(Collection<UUID> evidenceIds, Instant lookBy);

    /**
     * The examinations of these evidences, oldest first, with matches as far as the caller of the current request may
     * see them, told in that language. Whether the caller may see the evidences themselves is for whoever asks to check.
     */
    List<ExaminationView> of(Collection<UUID> evidenceIds, Language language);

    /** How many of these evidences' examinations have not ended; one that was never queued counts, an erased one does not. */
    int pending(Collection<UUID> evidenceIds);
}
