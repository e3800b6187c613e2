package ma.balagh.analysis.footage;

/** Whether both show the same moments, and why. */
public enum MomentsReason {
    /** What moves, moves in both at the same time and place. */
    MOTION_AGREES(Answer.YES),
    /** Something else moves, or at another time. */
    MOTION_DIFFERS(Answer.NO),
    /** Too little moves in both. */
    NOTHING_MOVES(Answer.UNKNOWN),
    /** Some speaks for it and some against it. */
    UNDECIDED(Answer.UNKNOWN),
    /** Of the other, the pictures that would tell were not kept yet when it was examined. */
    NOT_KEPT(Answer.UNKNOWN);

    /** In one word. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private final Answer answer;

    MomentsReason(Answer answer) {
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
