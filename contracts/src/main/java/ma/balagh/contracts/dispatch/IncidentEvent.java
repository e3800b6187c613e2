package ma.balagh.contracts.dispatch;

import ma.balagh.contracts.Event;

/** What happens to an incident, keyed by the incident. */
public sealed interface IncidentEvent extends Event
        permits IncidentOpened,
                UnitAssigned,
                UnitProgressed,
                UnitStoodDown,
                IncidentEscalated,
                IncidentResolved,
                IncidentReopened,
                IncidentReferred,
                IncidentCancelled {}
