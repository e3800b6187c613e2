package ma.balagh.jdbi;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** JDBI inside JTA transactions. A service may bring its own. */
final class JdbiProducer {

    private JdbiProducer() {}

    @Produces
    @Singleton
    @DefaultBean
    static Jdbi jdbi(AgroalDataSource dataSource) {
        var enums = new EnumsByName();
        var jdbi = Jdbi.create(dataSource)
                .setTransactionHandler(new CMTTransactionHandler())
                .registerArgument(enums)
                .registerColumnMapper(enums)
                .registerArrayType(String.class, "text")
                .registerArrayType(UUID.class, "uuid");
        // A closed handle must leave the transaction to JTA, which ends it.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        // What is bound may be personal data, and messages are logged.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
