package ma.balagh.analysis.incident;

import java.util.Map;
import ma.balagh.http.Jurisdictions;

/**
 * Whether a unit that was sent may be a crew's own. A call sign is unique in its territory alone, and accounts name no unit:
 * as dispatch does, that of a territory which the account names is taken, else the only one below. Where it may be one of
 * several that were ever sent, none is.
 *
 * @param account the territories of the crew's account
 */
public record CrewVisibility(String callSign, Jurisdictions account) {

    /** For a {@code where} that has the {@code dossier} and the assignment that was {@code sent}. */
    public static final String CONDITION = """
            sent.call_sign = :callSign
            and coalesce(sent.unit_jurisdiction, dossier.jurisdiction) like any(:jurisdictions)
            and not exists (
                select from incident_assignment namesake
                where namesake.call_sign = :callSign and namesake.unit_id <> sent.unit_id
                    and namesake.unit_jurisdiction <> coalesce(sent.unit_jurisdiction, dossier.jurisdiction)
                    and namesake.unit_jurisdiction like any(:jurisdictions)
                    and (namesake.unit_jurisdiction = any(:codes)
                        or coalesce(sent.unit_jurisdiction, dossier.jurisdiction) <> all(:codes)))
            """;

    /** Taken before the assignments for a dossier are read or told of, so that neither misses the other. */
    public static final String LOCK =
            "select true from pg_advisory_xact_lock(hashtextextended(cast(:dossierId as text), 1))";

    /** What the condition is asked with, by name. */
    public Map<String, Object> parameters() {
        return Map.of(
                "callSign", callSign,
                "jurisdictions", account.patterns().toArray(String[]::new),
                "codes", account.codes().toArray(String[]::new));
    }
}
