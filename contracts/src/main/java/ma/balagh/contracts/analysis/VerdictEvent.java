package ma.balagh.contracts.analysis;

import ma.balagh.contracts.Event;

/** What two people concluded about a dossier, and whether it still stands; keyed by the dossier. Never misconduct. */
public sealed interface VerdictEvent extends Event permits VerdictReached, VerdictWithdrawn {}
