package ma.balagh.intake.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.evidence.FullRead;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of every evidence, all of them read. That takes hours where there are many, and no moment of the database is
 * held for it: what changed while it was looked at is no fault.
 */
final class BytesProof {

    private static final int PAGE = 200;
    private static final int AT_ONCE = 4;
    /** After so many failures one after the other, the store is away and further asking says nothing. */
    private static final int FAILURES = 10;

    private static final String COLUMNS = """
            select id, coalesce(digest, sha256) as sha256, size, erased_at is not null as erased,
                   bytes_gone_at is not null as gone,
                   exists (select from evidence other
                           where coalesce(other.digest, other.sha256) = coalesce(evidence.digest, evidence.sha256)
                             and other.id <> evidence.id
                             and (other.erased_at is null or other.bytes_gone_at is null)) as shared,
                   (select action from custody_entry
                    where evidence_id = evidence.id and action in ('SECURED', 'DAMAGED', 'RESTORED', 'RETENTION')
                    order by sequence desc limit 1) as state
            from evidence
            """;

    /**
     * @param gone whether none of its bytes is to be left
     * @param shared whether another evidence has the same bytes, which are not gone
     * @param state the last thing that custody says of its bytes
     */
    private record Row(
            UUID id,
            String sha256,
            long size,
            boolean erased,
            boolean gone,
            boolean shared,
            @Nullable String state) {}

    private final Jdbi jdbi;
    private final FullRead reading;
    private final Faults faults;
    private final Progress progress;
    private final long all;
    private final AtomicLong read = new AtomicLong();
    private int failures;

    BytesProof(Jdbi jdbi, FullRead reading, Counts counts, Faults faults, Progress progress) {
        this.jdbi = jdbi;
        this.reading = reading;
        this.all = counts.bytes();
        this.faults = faults;
        this.progress = progress;
    }

    /** How many bytes were found to be those that were secured. */
    long read() {
        return read.get();
    }

    void prove() throws InterruptedException, ExecutionException {
        UUID after = ChainProof.BEFORE_ALL;
        try (ExecutorService readers = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("custody-bytes-", 1).factory())) {
            for (var page = page(after); !page.isEmpty(); page = page(after)) {
                List<Future<Boolean>> answers = readers.invokeAll(page.stream()
                        .<Callable<Boolean>>map(row -> () -> prove(row))
                        .toList());
                for (int i = 0; i < page.size(); i++) {
                    failures = answers.get(i).get() ? 0 : failures + 1;
                    if (failures == FAILURES) {
                        faults.add(Faults.Part.BYTES, page.get(i).id(), "nothing after it was looked at");
                        return;
                    }
                }
                after = page.getLast().id();
            }
        }
    }

    /** @return whether the store answered */
    private boolean prove(Row row) {
        if (row.erased() && (!row.gone() || row.shared())) {
            return true;
        }
        FullRead.Found found;
        try {
            found = reading.of(row.sha256());
        } catch (ProblemException away) {
            faults.add(Faults.Part.BYTES, row.id(), "they cannot be read: " + away.detail());
            return false;
        }
        if (found == FullRead.Found.INTACT && !row.erased()) {
            progress.at("bytes", read.addAndGet(row.size()), all);
        }
        wrong(row, found).filter(fault -> again(row)).ifPresent(why -> faults.add(Faults.Part.BYTES, row.id(), why));
        return true;
    }

    private static Optional<String> wrong(Row row, FullRead.Found found) {
        if (row.erased()) {
            return found == FullRead.Found.MISSING
                    ? Optional.empty()
                    : Optional.of("they are still in the store, although they were erased and are said to be gone");
        }
        String known = "DAMAGED".equals(row.state()) ? "known damage, custody says so: " : "";
        return switch (found) {
            case INTACT -> Optional.empty();
            case OTHER_BYTES -> Optional.of(known + "they have another SHA-256 than those that were secured");
            case MISSING -> Optional.of(known + "they are missing");
        };
    }

    /** Whether the row still says the same, after its bytes were looked at. */
    private boolean again(Row before) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " where id = :id")
                        .bind("id", before.id())
                        .map(BytesProof::row)
                        .findOne())
                .filter(before::equals)
                .isPresent();
    }

    private List<Row> page(UUID after) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " where id > :after order by id limit :limit")
                .bind("after", after)
                .bind("limit", PAGE)
                .map(BytesProof::row)
                .list());
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("sha256"),
                row.getLong("size"),
                row.getBoolean("erased"),
                row.getBoolean("gone"),
                row.getBoolean("shared"),
                row.getString("state"));
    }
}
