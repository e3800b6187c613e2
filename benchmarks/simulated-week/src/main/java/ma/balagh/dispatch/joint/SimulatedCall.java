package ma.balagh.dispatch.joint;

import ma.balagh.dispatch.road.GeoPoint;

/**
 * An incident of the week.
 *
 * @param at seconds since the week began
 * @param service seconds that a unit works on the scene
 */
record SimulatedCall(double at, GeoPoint place, double service) {}
