package ma.balagh.analysis.footage;

import java.util.UUID;

/** The footage of one medium, and its number among all media, which are numbered in the order of commits. */
record FootageEntry(long sequence, UUID evidenceId, MediumFootage footage) {}
