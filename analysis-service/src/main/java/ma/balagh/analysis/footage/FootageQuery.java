package ma.balagh.analysis.footage;

/**
 * A medium that is compared with all others: its frames as they are, and as each of the eight transformations would
 * show them.
 */
public final class FootageQuery {

    private final Footage footage;
    private final long[][] variants;

    FootageQuery(Footage footage, long[][] variants) {
        this.footage = footage;
        this.variants = variants;
    }

    Footage footage() {
        return footage;
    }

    /** The frames' words in each variant, in the order of {@link ma.balagh.analysis.fingerprint.Transformation#ALL}. */
    long[][] variants() {
        return variants;
    }

    /** How many frames have enough detail to be compared. */
    public int frames() {
        return footage.size();
    }
}
