package ma.balagh.contracts.analysis;

import ma.balagh.contracts.Event;

/** What happens to an examination, keyed by the evidence. */
public sealed interface ExaminationEvent extends Event permits EvidenceExamined {}
