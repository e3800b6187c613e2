package ma.balagh.dispatch.patrol;

/** Who could make a visit, and when; moments are seconds since 1970. */
public record VisitSlot(RosteredUnit unit, long from, long to) {}
