package ma.balagh.analysis.redaction;

/** How many places are left to remember, of all that moves in a medium together: each takes 16 bytes. */
final class TrackBudget {

    static final int MOST = 4_000_000;

    private int left;

    TrackBudget(int most) {
        this.left = most;
    }

    /** @throws TrackBudgetExceededException when none is left */
    void take() {
        if (left == 0) {
            throw new TrackBudgetExceededException();
        }
        left--;
    }

    void give(int count) {
        left += count;
    }
}
