package ma.balagh.analysis.redaction;

/** How many places may still be stored, over all tracks of a medium: each takes 16 bytes. */
final class TrackBudget {

    static final int MOST = 4_000_000;

    private int left;

    TrackBudget(int most) {
        this.left = most;
    }

    /** @throws TrackBudgetExceededException when none is left */
    void reserve() {
        if (left == 0) {
            throw new TrackBudgetExceededException();
        }
        left--;
    }

    void give(int count) {
        left += count;
    }
}
