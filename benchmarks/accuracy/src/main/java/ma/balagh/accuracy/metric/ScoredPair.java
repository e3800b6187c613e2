package ma.balagh.accuracy.metric;

/** A pair that a detector says to match; a higher score means that it is surer. */
public record ScoredPair(VideoPair pair, double score) {}
