package ma.balagh.contracts.analysis;

import ma.balagh.contracts.Event;

/** What happens to a dossier, keyed by the dossier. Never says which verdict. */
public sealed interface DossierEvent extends Event
        permits DossierOpened, ReportJoined, ReportSeparated, DossiersMerged {}
