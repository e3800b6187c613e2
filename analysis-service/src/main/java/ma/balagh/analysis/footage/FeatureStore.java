package ma.balagh.analysis.footage;

import ma.balagh.analysis.feature.LocalFeatures;

/** The features of media that follow each other in the index, to be looked up by their sketches. */
interface FeatureStore {

    /** The first medium, by its place in the index. */
    int firstEntry();

    /** The place behind the last one. */
    int endEntry();

    /** Keyframes with features of their own, numbered in the order of their media. */
    int keyframes();

    /** The number of the first keyframe of that medium, or of the next one that has any. */
    int firstKeyframe(int entry);

    /** The medium of a keyframe, by its place in the index. */
    int entry(int keyframe);

    /** The features of a keyframe. */
    LocalFeatures features(int keyframe);

    /** All keyframes of a medium. */
    MediumKeyframes keyframesOf(int entry);

    /** Tells the ballot, for each feature that is looked up, which keyframes seem to have it; some more than once. */
    void look(FeatureLookupTable lookups, CandidateVoteCounter ballot);
}
