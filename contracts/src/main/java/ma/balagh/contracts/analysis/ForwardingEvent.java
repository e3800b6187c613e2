package ma.balagh.contracts.analysis;

import ma.balagh.contracts.Event;

/** What is told of misconduct to those who must hide it, keyed by the dossier. */
public sealed interface ForwardingEvent extends Event permits DossierForwarded {}
