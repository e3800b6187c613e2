package ma.balagh.analysis.examination;

/** The life of an examination. */
public enum ExaminationState {
    QUEUED,
    /** A worker holds it by a lease. */
    RUNNING,
    COMPLETED,
    /** The bytes are no medium that can be read; its findings say why. */
    UNREADABLE;

    /** Whether nothing more will happen to it. */
    public boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case COMPLETED, UNREADABLE -> true;
        };
    }
}
