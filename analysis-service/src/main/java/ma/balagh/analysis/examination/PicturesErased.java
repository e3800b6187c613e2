package ma.balagh.analysis.examination;

import java.util.UUID;

/** Everything that shows this evidence is to go: fired as a CDI event in the transaction that notes its erasing. */
public record PicturesErased(UUID evidenceId) {}
