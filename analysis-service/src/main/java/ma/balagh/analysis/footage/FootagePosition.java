package ma.balagh.analysis.footage;

import java.util.UUID;

/** How far somebody has read in all media: their number, and the medium that has it. */
record FootagePosition(long sequence, UUID evidenceId) {}
