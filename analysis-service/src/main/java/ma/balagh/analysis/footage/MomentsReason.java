package ma.balagh.analysis.footage;

/** Whether both show the same moments, and why. */
public enum MomentsReason {
    /** What moves, moves in both at the same time and place. */
    MOTION_AGREES(SameMoments.YES),
    /** Something else moves, or at another time. */
    MOTION_DIFFERS(SameMoments.NO),
    /** Too little moves in both. */
    NOTHING_MOVES(SameMoments.UNKNOWN),
    /** Some speaks for it and some against it. */
    UNDECIDED(SameMoments.UNKNOWN);

    private final SameMoments answer;

    MomentsReason(SameMoments answer) {
        this.answer = answer;
    }

    public SameMoments answer() {
        return answer;
    }
}
