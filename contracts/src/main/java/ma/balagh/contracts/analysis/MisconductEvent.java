package ma.balagh.contracts.analysis;

import ma.balagh.contracts.Event;

/** The compartment of internal affairs, keyed by the dossier. */
public sealed interface MisconductEvent extends Event permits MisconductFound {}
