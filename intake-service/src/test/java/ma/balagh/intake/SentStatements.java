package ma.balagh.intake;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/** Which statements Hibernate ORM sends, for tests that compare them. */
@ApplicationScoped
@PersistenceUnitExtension
@SuppressWarnings("serial") // never serialized, as sessions are not
public class SentStatements implements StatementInspector {

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread listeningTo;

    /** Those of this thread, while the work is done. */
    public List<String> during(Runnable work) {
        sent.clear();
        listeningTo = Thread.currentThread();
        try {
            work.run();
        } finally {
            listeningTo = null;
        }
        return List.copyOf(sent);
    }

    @Override
    public String inspect(String sql) {
        if (Thread.currentThread().equals(listeningTo)) {
            sent.add(sql);
        }
        return sql;
    }
}
