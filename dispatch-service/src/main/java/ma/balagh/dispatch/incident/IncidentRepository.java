package ma.balagh.dispatch.incident;

import static jakarta.persistence.LockModeType.PESSIMISTIC_FORCE_INCREMENT;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.PageRequest;
import ma.balagh.persistence.ScalarQuery;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** The tables {@code incident} and {@code withdrawn_verdict}. */
@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<Incident, UUID> {

    /** Narrows to what a field unit was sent to; no id stands for staff. */
    private static final String SENT_TO = """
            from Incident i
            where (:unitId is null
                   or exists (select 1 from Assignment a where a.incidentId = i.id and a.unitId = :unitId))
            """;

    /** More than happens in a kilometre and a few hours. */
    private static final int MOST_AROUND = 100;

    private final ServiceWorkRunner serviceWork;

    IncidentRepository(ServiceWorkRunner serviceWork) {
        this.serviceWork = serviceWork;
    }

    /**
     * The incidents that are not over.
     *
     * @param oldestUnassigned when the oldest to which a unit may be sent was opened; null when there is none
     */
    record Backlog(long open, @Nullable Instant oldestUnassigned) {}

    /** @return false when the verdict was withdrawn, or has its incident, or the dossier has one that is not over */
    boolean insert(Incident incident) {
        return getSession()
                        .createNativeMutationQuery("""
                                insert into incident (id, dossier_id, verdict_id, jurisdiction, severity, type, alarm_level,
                                                      state, attended,
                                                      place, latitude, longitude, occurred_at,
                                                      verdict_confirmed_at, danger_continues, opened_at, version)
                                select :id, :dossierId, :verdictId, :jurisdiction, :severity, :type, :alarmLevel,
                                       :state, :attended,
                                       :place, :latitude, :longitude, :occurredAt,
                                       :verdictConfirmedAt, :dangerContinues, :openedAt, :version
                                where not exists (
                                    select from withdrawn_verdict where verdict_id = :verdictId)
                                on conflict do nothing
                                """)
                        .setParameter("id", incident.id())
                        .setParameter("dossierId", incident.dossierId())
                        .setParameter("verdictId", incident.offence().verdictId())
                        .setParameter("jurisdiction", incident.jurisdiction())
                        .setParameter("severity", incident.offence().severity())
                        .setParameter("type", incident.type().name())
                        .setParameter("alarmLevel", incident.alarmLevel())
                        .setParameter("state", incident.state().name().name())
                        .setParameter("attended", incident.state().attended())
                        .setParameter("place", incident.offence().place(), String.class)
                        .setParameter("latitude", incident.offence().latitude(), Double.class)
                        .setParameter("longitude", incident.offence().longitude(), Double.class)
                        .setParameter("occurredAt", incident.offence().occurredAt(), Instant.class)
                        .setParameter("verdictConfirmedAt", incident.offence().verdictConfirmedAt())
                        .setParameter("dangerContinues", incident.offence().dangerContinues())
                        .setParameter("openedAt", incident.openedAt())
                        .setParameter("version", incident.version())
                        .executeUpdate()
                == 1;
    }

    Optional<Incident> find(UUID id, UnitRestriction restriction) {
        // Planning the restriction of a field unit takes longer than to read the incident.
        return restriction.isOfCrew() ? one(id, restriction).firstResultOptional() : findByIdOptional(id);
    }

    /** The incident, held until the end of the transaction: whatever changes it or its assignments holds it first. */
    Optional<Incident> lock(UUID id, UnitRestriction restriction) {
        return one(id, restriction).withLock(PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<Incident> one(UUID id, UnitRestriction restriction) {
        return find(SENT_TO + " and i.id = :id", sentTo(restriction).and("id", id));
    }

    /** The incident that was opened for that verdict, held until the end of the transaction. */
    Optional<Incident> lockOfVerdict(UUID verdictId) {
        return find("offence.verdictId", verdictId).withLock(PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Nobody changes them until the transaction ends; tells how many of them the caller sees. */
    int hold(Collection<UUID> ids) {
        return ScalarQuery.of(
                        getSession(), "select id from incident where id = any (:ids) order by id for share", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .size();
    }

    /**
     * The incident of a dossier that was not cancelled although its verdict was withdrawn, held likewise. One that ended
     * with nobody known says nothing of the next verdict, which has an incident of its own.
     */
    Optional<Incident> lockWithoutVerdict(UUID dossierId) {
        return find("""
                        dossierId = :dossierId and verdictWithdrawnAt is not null and stateName <> CANCELLED
                        and not (stateName = RESOLVED and outcome.kind in (NOT_FOUND, NO_OFFENCE))
                        order by id desc
                        """, Parameters.with("dossierId", dossierId))
                .withLock(PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether its dossier has another one that is not over; for the crew of a unit that was lent, that one does not exist. */
    boolean hasOther(Incident incident) {
        return serviceWork.call(() -> count(
                        "dossierId = ?1 and id <> ?2 and stateName not in (RESOLVED, REFERRED, CANCELLED)",
                        incident.dossierId(),
                        incident.id())
                > 0);
    }

    /** Counts a change that is to be read in the incident's assignments alone. */
    void annotate(Incident incident) {
        getEntityManager().lock(incident, PESSIMISTIC_FORCE_INCREMENT);
    }

    boolean isWithdrawn(UUID verdictId) {
        return ScalarQuery.of(
                        getSession(),
                        "select exists (select from withdrawn_verdict where verdict_id = :verdictId)",
                        Boolean.class)
                .setParameter("verdictId", verdictId)
                .getSingleResult();
    }

    /** @return false when that is known already */
    boolean withdraw(UUID verdictId, Instant at) {
        return getSession()
                        .createNativeMutationQuery("""
                                insert into withdrawn_verdict (verdict_id, withdrawn_at) values (:verdictId, :at)
                                on conflict do nothing
                                """)
                        .setParameter("verdictId", verdictId)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    List<Incident> list(UnitRestriction restriction, IncidentCriteria filter, PageRequest page) {
        return find(
                        SENT_TO + """
                          and i.stateName in (:states)
                          and (:severity is null or i.offence.severity = :severity)
                          and (:jurisdiction is null
                               or i.jurisdiction = :jurisdiction or i.jurisdiction like :jurisdiction || '-%')
                          and (:missingRights = false or i.missingRights > 0)
                          and (:overdue = false
                               or cast(sql('exists (
                                   select from incident_stage stage
                                   where stage.incident_id = ? and stage.ended_at is null
                                     and stage.target_at <= now())', i.id) as boolean) = true)
                          and i.id < :after
                        order by i.id desc
                        """,
                        sentTo(restriction)
                                .and("states", filter.states())
                                .and("severity", filter.severity())
                                .and("jurisdiction", filter.jurisdiction())
                                .and("missingRights", filter.missingRights())
                                .and("overdue", filter.overdue())
                                .and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }

    /**
     * Other incidents around a place that happened in that time, in no order; a square is looked through, and who asks
     * narrows it to a circle.
     *
     * @param degrees half the side of the square, as degrees north
     */
    List<Incident> around(Incident incident, GeoPoint place, double degrees, Instant from, Instant to) {
        return find(
                        """
                        id <> :id
                        and offence.latitude between :latitude - :degrees and :latitude + :degrees
                        and offence.longitude between :longitude - :degrees / cos(radians(:latitude))
                                          and :longitude + :degrees / cos(radians(:latitude))
                        and coalesce(offence.occurredAt, openedAt) between :from and :to
                        """,
                        Parameters.with("id", incident.id())
                                .and("latitude", place.latitude())
                                .and("longitude", place.longitude())
                                .and("degrees", degrees)
                                .and("from", from)
                                .and("to", to))
                .range(0, MOST_AROUND - 1)
                .list();
    }

    /** To which units may be sent: those first on which nobody is, then the gravest, of each severity the oldest. */
    List<Incident> underWay(@Nullable String jurisdiction, int limit) {
        return find("""
                        stateName in (OPEN, ASSIGNED, EN_ROUTE, ON_SCENE) and verdictWithdrawnAt is null
                        and (:jurisdiction is null
                             or jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
                        order by case when stateName = OPEN then 0 else 1 end, offence.severity desc, openedAt, id
                        """, Parameters.with("jurisdiction", jurisdiction))
                .range(0, limit - 1)
                .list();
    }

    /** The newest that were opened in a territory in that time. */
    List<Incident> opened(@Nullable String jurisdiction, Instant from, Instant until, int limit) {
        return find(
                        """
                        openedAt >= :from and openedAt < :until
                        and (:jurisdiction is null or jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
                        order by id desc
                        """,
                        Parameters.with("jurisdiction", jurisdiction)
                                .and("from", from)
                                .and("until", until))
                .range(0, limit - 1)
                .list();
    }

    /** Squares of a hundredth of a degree, about a kilometre, each with the mean of its incidents' places. */
    List<IncidentSpot> spots(@Nullable String jurisdiction, Instant since, int limit) {
        return getSession()
                .createNativeQuery("""
                        select avg(latitude) as latitude, avg(longitude) as longitude, count(*) as incidents
                        from incident
                        where opened_at >= :since and latitude is not null and longitude is not null
                          and (cast(:jurisdiction as text) is null
                               or jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
                        group by round(cast(latitude as numeric), 2), round(cast(longitude as numeric), 2)
                        order by incidents desc, latitude, longitude
                        limit :limit
                        """, Object[].class)
                .setParameter("since", since)
                .setParameter("jurisdiction", jurisdiction, String.class)
                .setParameter("limit", limit)
                .addScalar("latitude", Double.class)
                .addScalar("longitude", Double.class)
                .addScalar("incidents", Long.class)
                .setTupleTransformer((row, columns) ->
                        new IncidentSpot(new GeoPoint((Double) row[0], (Double) row[1]), (Long) row[2]))
                .getResultList();
    }

    Backlog backlog() {
        return getSession()
                .createNativeQuery("""
                        select count(*) as open,
                               min(opened_at) filter (
                                   where state = 'OPEN' and verdict_withdrawn_at is null) as oldest
                        from incident where state not in ('RESOLVED', 'REFERRED', 'CANCELLED')
                        """, Object[].class)
                .addScalar("open", Long.class)
                .addScalar("oldest", Instant.class)
                .setTupleTransformer((row, columns) -> new Backlog((Long) row[0], (Instant) row[1]))
                .getSingleResult();
    }

    private static Parameters sentTo(UnitRestriction restriction) {
        return Parameters.with("unitId", restriction.unitId());
    }
}
