package ma.balagh.intake.place;

import java.util.List;
import java.util.Set;

/**
 * A name in a text.
 *
 * @param spellings of each place that has this name
 * @param signs what stands around it
 */
record PlaceMention(List<PlaceSpelling> spellings, String words, int from, int to, Set<PlaceReason> signs) {}
