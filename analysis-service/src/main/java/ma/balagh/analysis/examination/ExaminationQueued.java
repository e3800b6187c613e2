package ma.balagh.analysis.examination;

import java.util.UUID;

/** There is work; told inside this process when the transaction that queued it is committed. */
record ExaminationQueued(UUID evidenceId) {}
