package ma.balagh.contracts.analysis;

import ma.balagh.contracts.Event;

/** What two people concluded about a dossier, keyed by the dossier. Never misconduct. */
public sealed interface VerdictEvent extends Event permits VerdictReached {}
