package ma.balagh.intake.proof;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The database at one moment, however long it is looked at: longer than a transaction of JTA may be. */
@ApplicationScoped
class Snapshot {

    private final Jdbi jdbi;

    Snapshot(AgroalDataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /** Nothing can be written in it. */
    void look(Consumer<Handle> looking) {
        jdbi.useTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            handle.execute("set transaction read only");
            looking.accept(handle);
        });
    }
}
