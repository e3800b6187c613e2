package ma.balagh.portal.dossier;

import java.util.List;

/** What an alleged event is judged to be. */
public enum VerdictCode {
    FALSE_REPORT,
    PRESUMED_OFFENCE,
    KNOWN_CASE,
    POLICE_MISCONDUCT;

    public static List<VerdictCode> all() {
        return List.of(values());
    }
}
