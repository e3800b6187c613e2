package ma.balagh.contracts.intake;

import ma.balagh.contracts.Event;

/** What happens to an evidence, keyed by the evidence. */
public sealed interface EvidenceEvent extends Event permits EvidenceSecured, EvidenceSighted {}
