package ma.balagh.analysis.redaction;

/** How many places are left to remember, of all that moves in a medium together: each takes 16 bytes. */
final class Places {

    static final int MOST = 4_000_000;

    private int left;

    Places(int most) {
        this.left = most;
    }

    /** @throws TooMuchToHide when none is left */
    void take() {
        if (left == 0) {
            throw new TooMuchToHide();
        }
        left--;
    }

    void give(int count) {
        left += count;
    }
}
