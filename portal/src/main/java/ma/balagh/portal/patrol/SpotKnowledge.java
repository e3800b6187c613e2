package ma.balagh.portal.patrol;

/** Answers what is known of black spots; implemented by the feature that shows them. */
public interface SpotKnowledge {

    KnownSpots known(String jurisdiction);
}
