package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.analysis.examination.KnownMedia;
import org.jdbi.v3.core.Jdbi;

/** The entries that are neither removed nor set aside. */
@ApplicationScoped
class BankedMedia implements KnownMedia {

    private final Jdbi jdbi;

    BankedMedia(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<UUID, Entry> of(Collection<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Map.of();
        }
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        select evidence_id, id, kind, reference, summary
                        from known_footage
                        where evidence_id = any(:evidenceIds) and removed_at is null and state = 'BANKED'
                        """)
                        .bindArray("evidenceIds", UUID.class, evidenceIds)
                        .map(row -> Map.entry(
                                row.getColumn("evidence_id", UUID.class),
                                new Entry(
                                        row.getColumn("id", UUID.class),
                                        row.getColumn("kind", Kind.class),
                                        row.getColumn("reference", String.class),
                                        row.getColumn("summary", String.class))))
                        .list())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Set<UUID> harmless() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select evidence_id
                        from known_footage
                        where removed_at is null and state = 'BANKED' and kind = 'HARMLESS'
                        """).mapTo(UUID.class).set());
    }
}
