package ma.balagh.intake.source;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;

/** The table {@code source}, as people describe it. Sources that were removed are not found. */
@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<Source, UUID> {

    Optional<Source> present(UUID id) {
        return one(id).firstResultOptional();
    }

    /** The source, held until the end of the transaction. */
    Optional<Source> lock(UUID id) {
        return one(id).withLock(PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<Source> one(UUID id) {
        return find("id = :id and removedAt is null", Parameters.with("id", id));
    }

    /** Makes it due; no change of what people describe, so that its version stays. */
    void pollNow(Source source, Instant now) {
        update(
                "polling.nextAttemptAt = :now where id = :id",
                Parameters.with("now", now).and("id", source.id()));
        getSession().refresh(source);
    }

    /** Newest first. */
    List<Source> page(SourceCriteria filter, PageRequest page) {
        return find(
                        """
                        removedAt is null
                        and id < :after
                        and (:kind is null or kind = :kind)
                        and (:state is null or :state = case
                            when not enabled then 'OFF'
                            when health.failingSince is not null then 'FAILING'
                            when health.lastSuccessAt is null then 'UNTRIED'
                            else 'WORKING' end)
                        order by id desc
                        """,
                        Parameters.with("after", page.after())
                                .and("kind", filter.kind())
                                .and(
                                        "state",
                                        filter.state() == null
                                                ? null
                                                : filter.state().name()))
                .range(0, page.fetch() - 1)
                .list();
    }

    SourcesHealth health() {
        Tuple row = getSession().createNativeQuery("""
                        select count(*) filter (where enabled and failing_since is null and last_success_at is null) as untried,
                               count(*) filter (where enabled and failing_since is null and last_success_at is not null) as working,
                               count(*) filter (where enabled and failing_since is not null) as failing,
                               count(*) filter (where not enabled) as off,
                               min(failing_since) filter (where enabled) as failing_since
                        from source where removed_at is null
                        """, Tuple.class).getSingleResult();
        return new SourcesHealth(
                row.get("untried", Long.class).intValue(),
                row.get("working", Long.class).intValue(),
                row.get("failing", Long.class).intValue(),
                row.get("off", Long.class).intValue(),
                row.get("failing_since", Instant.class));
    }
}
