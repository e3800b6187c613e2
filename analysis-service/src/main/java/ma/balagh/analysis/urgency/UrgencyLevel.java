package ma.balagh.analysis.urgency;

/** How soon a dossier should be looked at; the most urgent first. It says nothing of what happened. */
public enum UrgencyLevel {
    IMMEDIATE,
    HIGH,
    NORMAL,
    LOW;

    private static final int IMMEDIATE_FROM = 5;
    private static final int HIGH_FROM = 3;

    /** @param points of all reasons together */
    static UrgencyLevel of(int points) {
        if (points >= IMMEDIATE_FROM) {
            return IMMEDIATE;
        }
        if (points >= HIGH_FROM) {
            return HIGH;
        }
        return points >= 1 ? NORMAL : LOW;
    }
}
