package ma.balagh.analysis;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Which statements Hibernate ORM sends, for tests that compare them. */
@ApplicationScoped
@PersistenceUnitExtension
@SuppressWarnings("serial") // never serialized, as sessions are not
public class SentStatements implements StatementInspector {

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private volatile boolean listening;

    /** Those of everybody, while the work is done. */
    List<String> during(Runnable work) {
        sent.clear();
        listening = true;
        try {
            work.run();
        } finally {
            listening = false;
        }
        return List.copyOf(sent);
    }

    @Override
    public String inspect(String sql) {
        if (listening) {
            sent.add(sql);
        }
        return sql;
    }
}
