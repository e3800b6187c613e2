package ma.balagh.analysis.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.balagh.http.Caller;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;

/**
 * Which dossiers exist for somebody, for the few queries of the service that look beyond the caller's rows and answer by
 * what the caller may know. In all others PostgreSQL's policies show the caller's rows only.
 *
 * @param offences whether those that stand concluded as presumed offences exist for them at least
 */
public record DossierVisibility(Jurisdictions jurisdictions, List<Compartment> compartments, boolean offences) {

    /**
     * For a {@code where} about {@code dossier}; {@link #parameters} are its parameters. One that was joined to another lies
     * where that other does.
     */
    public static final String CONDITION = """
            (dossier.jurisdiction like any(:jurisdictions)
             and (case when dossier.state = 'JOINED' and exists (
                select 1 from dossier_join led
                join dossier target on target.dossier_id = led.into_id
                where led.dossier_id = dossier.dossier_id and target.compartment = 'INTERNAL_AFFAIRS')
             then 'INTERNAL_AFFAIRS' else dossier.compartment end = any(:compartments)
             or (:offences and dossier.state = 'CONCLUDED' and dossier.verdict = 'PRESUMED_OFFENCE'
                and dossier.compartment = 'COMMON')))
            """;

    public DossierVisibility {
        compartments = List.copyOf(compartments);
    }

    public static DossierVisibility of(Caller caller) {
        List<Compartment> compartments = new ArrayList<>();
        if (caller.hasAny(Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR)) {
            compartments.add(Compartment.COMMON);
        }
        if (caller.has(Roles.INTERNAL_AFFAIRS)) {
            compartments.add(Compartment.INTERNAL_AFFAIRS);
        }
        return new DossierVisibility(caller.jurisdictions(), compartments, caller.has(Roles.DISPATCHER));
    }

    /** What may be shown of the other side of a match: whoever sees misconduct sees all that matches it. */
    DossierVisibility forMatches() {
        return compartments.contains(Compartment.INTERNAL_AFFAIRS)
                ? new DossierVisibility(jurisdictions, List.of(Compartment.values()), offences)
                : this;
    }

    /** What {@link #CONDITION} is asked with, by name. */
    public Map<String, Object> parameters() {
        return Map.of(
                "jurisdictions",
                jurisdictions.patterns().toArray(String[]::new),
                "compartments",
                compartments.stream().map(Compartment::name).toArray(String[]::new),
                "offences",
                offences);
    }
}
