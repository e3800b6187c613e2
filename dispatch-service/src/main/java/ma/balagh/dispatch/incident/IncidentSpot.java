package ma.balagh.dispatch.incident;

import ma.balagh.dispatch.road.GeoPoint;

/** How many incidents happened around a place. */
public record IncidentSpot(GeoPoint place, long incidents) {}
