package ma.balagh.contracts.intake;

import ma.balagh.contracts.Event;

/** What happens to an evidence, keyed by the evidence; of a medium that never became one, by the link that names it. */
public sealed interface EvidenceEvent extends Event
        permits EvidenceSecured, EvidenceSighted, EvidenceUnobtainable, EvidenceErased {}
