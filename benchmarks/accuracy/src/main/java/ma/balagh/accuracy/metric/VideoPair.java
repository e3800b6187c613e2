package ma.balagh.accuracy.metric;

/** A query and a medium that it is compared with, by their names. */
public record VideoPair(String query, String reference) {}
