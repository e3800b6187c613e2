package ma.balagh.analysis.examination;

import java.util.UUID;
import ma.balagh.analysis.footage.FootageMatch;

/** A match to be stored, as one of both media has it. */
record FoundMatch(UUID id, UUID evidenceId, FootageMatch match) {}
