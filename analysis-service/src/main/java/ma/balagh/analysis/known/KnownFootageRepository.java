package ma.balagh.analysis.known;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierVisibility;
import ma.balagh.analysis.examination.KnownMedia.Entry;
import ma.balagh.analysis.examination.KnownMedia.Kind;
import ma.balagh.analysis.known.KnownFootageView.Quarantine;
import ma.balagh.analysis.known.KnownFootageView.Reason;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.http.PageRequest;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code known_footage}. Whoever may see the evidence that an entry was made of may see the entry. */
@ApplicationScoped
class KnownFootageRepository implements PanacheRepositoryBase<KnownFootage, UUID> {

    /**
     * An entry that may come to match too much.
     *
     * @param countedFrom since when its matches count
     */
    record Watched(UUID id, UUID evidenceId, Instant countedFrom) {}

    private static final String SELECT =
            """
            select id, evidence_id, dossier_id, kind, reference, summary, known_footage.state, quarantined_at,
                quarantined_media, quarantined_examined, banked_by_name, banked_at
            from known_footage
            join dossier_evidence using (evidence_id)
            join dossier using (dossier_id)
            where removed_at is null and %s
            """.formatted(ReportVisibility.conditionOfEvidence("known_footage.evidence_id"));

    /** The entry, unless it was removed, held until the end of the transaction. */
    Optional<KnownFootage> lock(UUID id) {
        return find("id = ?1 and removedAt is null", id)
                .withLock(PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** As what the evidence is known, if it is, held likewise. */
    Optional<KnownFootage> lockOfEvidence(UUID evidenceId) {
        return find("evidenceId = ?1 and removedAt is null", evidenceId)
                .withLock(PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** One more than the page holds, if there is one; newest first. */
    List<KnownFootageView> list(ReportVisibility reports, PageRequest page) {
        return seen(" and id < :after order by id desc limit :fetch", reports)
                .setParameter("after", page.after())
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(KnownFootageRepository::view)
                .toList();
    }

    Optional<KnownFootageView> find(UUID id, ReportVisibility reports) {
        return seen(" and id = :id", reports)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(KnownFootageRepository::view);
    }

    /** All banked footage that is visible so: what raises matches, and what keeps them from being raised. */
    List<KnownFootageView> banked(DossierVisibility visibility, ReportVisibility reports) {
        var query = seen(" and known_footage.state = 'BANKED' and " + DossierVisibility.CONDITION, reports);
        visibility.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(KnownFootageRepository::view).toList();
    }

    /** The entries that raise matches of those of these evidences that have one; whoever asks. */
    Map<UUID, Entry> entriesOf(Collection<UUID> evidenceIds) {
        return getSession()
                .createNativeQuery("""
                        select evidence_id, id, kind, reference, summary
                        from known_footage
                        where evidence_id = any(:evidenceIds) and removed_at is null and state = 'BANKED'
                        """, Tuple.class)
                .setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(toMap(
                        row -> row.get("evidence_id", UUID.class),
                        row -> new Entry(
                                row.get("id", UUID.class),
                                Kind.valueOf(row.get("kind", String.class)),
                                row.get("reference", String.class),
                                row.get("summary", String.class))));
    }

    /** All evidence that is known as harmless, likewise. */
    Set<UUID> harmless() {
        return Set.copyOf(ScalarQuery.of(getSession(), """
                        select evidence_id
                        from known_footage
                        where removed_at is null and state = 'BANKED' and kind = 'HARMLESS'
                        """, UUID.class).getResultList());
    }

    /** The entry of this evidence, and those that it matches; not what is harmless, which may match as much as it does. */
    List<Watched> watched(UUID evidenceId) {
        return getSession()
                .createNativeQuery("""
                        select id, evidence_id, counted_from
                        from known_footage
                        where removed_at is null and state = 'BANKED' and kind <> 'HARMLESS'
                          and (evidence_id = :evidenceId
                               or evidence_id in (
                                   select with_id from match
                                   where match.evidence_id = :evidenceId and match_kind is distinct from 'SAME_SCENE'))
                        order by id
                        """, Tuple.class)
                .setParameter("evidenceId", evidenceId)
                .getResultList()
                .stream()
                .map(row -> new Watched(
                        row.get("id", UUID.class),
                        row.get("evidence_id", UUID.class),
                        row.get("counted_from", Instant.class)))
                .toList();
    }

    /** How many media were found to match that evidence since then. */
    int countMatching(UUID evidenceId, Instant since) {
        return Math.toIntExact(ScalarQuery.of(getSession(), """
                        select count(distinct evidence_id) from match
                        where with_id = :evidenceId and found_at > :since and match_kind is distinct from 'SAME_SCENE'
                        """, Long.class)
                .setParameter("evidenceId", evidenceId)
                .setParameter("since", since)
                .getSingleResult());
    }

    /** How many media were examined since then. */
    int countExamined(Instant since) {
        return Math.toIntExact(
                ScalarQuery.of(getSession(), "select count(*) from examination where examined_at > :since", Long.class)
                        .setParameter("since", since)
                        .getSingleResult());
    }

    boolean isUnreadable(UUID evidenceId) {
        return ScalarQuery.of(getSession(), """
                        select exists (
                            select from examination where evidence_id = :evidenceId and state = 'UNREADABLE')
                        """, Boolean.class)
                .setParameter("evidenceId", evidenceId)
                .getSingleResult();
    }

    private NativeQuery<Tuple> seen(String clauses, ReportVisibility reports) {
        var query = getSession().createNativeQuery(SELECT + clauses, Tuple.class);
        reports.parameters().forEach(query::setParameter);
        return query;
    }

    private static KnownFootageView view(Tuple row) {
        return new KnownFootageView(
                row.get("id", UUID.class),
                row.get("evidence_id", UUID.class),
                row.get("dossier_id", UUID.class),
                Kind.valueOf(row.get("kind", String.class)),
                row.get("reference", String.class),
                row.get("summary", String.class),
                KnownFootage.State.valueOf(row.get("state", String.class)),
                quarantine(row),
                row.get("banked_by_name", String.class),
                row.get("banked_at", Instant.class));
    }

    private static @Nullable Quarantine quarantine(Tuple row) {
        Instant at = row.get("quarantined_at", Instant.class);
        return at == null
                ? null
                : new Quarantine(
                        Reason.MATCHES_TOO_MUCH,
                        row.get("quarantined_media", Integer.class),
                        row.get("quarantined_examined", Integer.class),
                        at);
    }
}
