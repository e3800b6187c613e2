package ma.balagh.analysis.footage;

/**
 * A track that is compared with others.
 *
 * @param variants the frames' words as each of the eight transformations would show them, in the order of {@link
 *     ma.balagh.analysis.fingerprint.Transformation#ALL}
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record QueryTrack(Track track, long[][] variants) {}
