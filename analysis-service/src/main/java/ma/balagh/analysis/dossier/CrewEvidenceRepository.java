package ma.balagh.analysis.dossier;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.incident.CrewVisibility;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.http.Jurisdictions;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** What crews say of the evidence that they bring, in the table {@code evidence}, and where it belongs. */
@ApplicationScoped
class CrewEvidenceRepository {

    /** A dossier that holds nothing but what a crew brought, and the territories of an account that brought it. */
    record Stray(UUID dossierId, List<String> jurisdictions) {}

    private final Session session;

    CrewEvidenceRepository(Session session) {
        this.session = session;
    }

    /** Keeps everybody else from saying which units were sent for that dossier before the transaction ends. */
    void lock(UUID dossierId) {
        ScalarQuery.of(session, CrewVisibility.LOCK, Boolean.class)
                .setParameter("dossierId", dossierId)
                .getSingleResult();
    }

    /** Of evidence that is locked. */
    void keep(UUID evidenceId, FieldOrigin field) {
        session.createNativeMutationQuery("""
                        update evidence
                        set crew_dossier_id = :dossierId, crew_call_sign = :callSign, crew_jurisdictions = :jurisdictions
                        where evidence_id = :evidenceId
                        """)
                .setParameter("evidenceId", evidenceId)
                .setParameter("dossierId", field.dossierId())
                .setParameter("callSign", field.callSign())
                .setParameter("jurisdictions", jurisdictions(field).toArray(String[]::new))
                .executeUpdate();
    }

    /**
     * The dossier that a unit names, as far as it was sent to that dossier's incident. Another jurisdiction may have a
     * unit of the same name: the crew's account has to tell them apart.
     */
    Optional<UUID> dossierOfUnit(FieldOrigin field) {
        var account = new Jurisdictions(jurisdictions(field));
        var query = ScalarQuery.of(session, """
                        select dossier_id from dossier
                        where dossier_id = :dossierId and compartment = 'COMMON' and state <> 'JOINED'
                            and exists (
                                select from incident join incident_assignment sent using (incident_id)
                                where incident.dossier_id = dossier.dossier_id and %s)
                        """.formatted(CrewVisibility.CONDITION), UUID.class)
                .setParameter("dossierId", field.dossierId());
        new CrewVisibility(field.callSign(), account).parameters().forEach(query::setParameter);
        return query.uniqueResultOptional();
    }

    /**
     * Open dossiers that hold what a crew brought for another dossier, to which it says that it was sent. Left out are
     * those that hold anything else, and those that a person joined, separated or attached something to.
     */
    List<Stray> strays(UUID dossierId, String callSign) {
        return session.createNativeQuery("""
                        select distinct own.dossier_id, crew_jurisdictions
                        from evidence
                        join dossier_evidence using (evidence_id)
                        join dossier own using (dossier_id)
                        where crew_dossier_id = :dossierId and crew_call_sign = :callSign
                            and own.dossier_id <> :dossierId and own.state = 'OPEN' and own.compartment = 'COMMON'
                            and not exists (
                                select from dossier_evidence beside join evidence other using (evidence_id)
                                where beside.dossier_id = own.dossier_id
                                    and (other.crew_dossier_id is distinct from :dossierId
                                        or other.crew_call_sign is distinct from :callSign))
                            and not exists (
                                select from dossier_report beside
                                where beside.dossier_id = own.dossier_id and not exists (
                                    select from sighting join dossier_evidence brought using (evidence_id)
                                    where sighting.report_id = beside.report_id and brought.dossier_id = own.dossier_id))
                            and not exists (
                                select from dossier_act
                                where own.dossier_id in (dossier_act.dossier_id, dossier_act.other_id))
                        order by own.dossier_id
                        """, Tuple.class)
                .setParameter("dossierId", dossierId)
                .setParameter("callSign", callSign)
                .getResultStream()
                .map(row -> new Stray(
                        row.get("dossier_id", UUID.class), List.of(row.get("crew_jurisdictions", String[].class))))
                .toList();
    }

    private static List<String> jurisdictions(FieldOrigin field) {
        return requireNonNullElse(field.jurisdictions(), List.of());
    }
}
