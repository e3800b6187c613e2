package ma.balagh.intake.proof;

import org.jdbi.v3.core.Handle;

/**
 * How much there is, at one moment.
 *
 * @param erased evidence whose time is over
 * @param remaining evidence of these whose bytes the store has not let go yet
 * @param bytes of all evidence that is kept
 */
record Counts(
        long reports, long evidence, long erased, long remaining, long bytes, long entries, long leaves, long anchors) {

    static Counts of(Handle handle) {
        return handle.createQuery("""
                        select (select count(*) from report) as reports,
                               count(*) as evidence,
                               count(*) filter (where erased_at is not null) as erased,
                               count(*) filter (where erased_at is not null and bytes_gone_at is null) as remaining,
                               coalesce(sum(size) filter (where erased_at is null), 0) as bytes,
                               (select count(*) from custody_entry) as entries,
                               (select count(*) from custody_leaf) as leaves,
                               (select count(*) from custody_anchor) as anchors
                        from evidence
                        """)
                .map((row, context) -> new Counts(
                        row.getLong("reports"),
                        row.getLong("evidence"),
                        row.getLong("erased"),
                        row.getLong("remaining"),
                        row.getLong("bytes"),
                        row.getLong("entries"),
                        row.getLong("leaves"),
                        row.getLong("anchors")))
                .one();
    }
}
