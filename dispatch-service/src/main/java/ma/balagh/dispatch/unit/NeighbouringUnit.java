package ma.balagh.dispatch.unit;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A free unit of another jurisdiction, which has not been asked for help. No more is told of it than what it is and where,
 * and where it is goes no further than the time that it would need.
 */
@RegisterForReflection
public record NeighbouringUnit(String jurisdiction, String kind, double latitude, double longitude) {}
