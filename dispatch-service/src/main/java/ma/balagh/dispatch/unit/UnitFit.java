package ma.balagh.dispatch.unit;

import java.util.List;

/**
 * Units that are fit for something and cannot be sent.
 *
 * @param count how many there are
 * @param engaged how many of them have an assignment
 * @param nearest the first of them by distance
 */
public record UnitFit(long count, long engaged, List<Unit> nearest) {}
