package ma.balagh.dispatch.joint;

import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;

/**
 * A unit that can be sent now.
 *
 * @param allowance seconds that are added to its travel times because its position is old
 */
record IdleUnit(UUID id, String callSign, String kind, String jurisdiction, GeoPoint place, double allowance) {}
