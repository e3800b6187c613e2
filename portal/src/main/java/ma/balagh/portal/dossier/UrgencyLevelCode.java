package ma.balagh.portal.dossier;

import java.util.List;

/** How soon a dossier should be looked at; the most urgent first. */
public enum UrgencyLevelCode {
    IMMEDIATE,
    HIGH,
    NORMAL,
    LOW;

    public static List<UrgencyLevelCode> all() {
        return List.of(values());
    }
}
