package ma.balagh.http;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** JDBI as the services have it from the messaging module. */
final class TestBeans {

    private TestBeans() {}

    @Produces
    @Singleton
    static Jdbi jdbi(AgroalDataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource)
                .setTransactionHandler(new CMTTransactionHandler())
                .registerArrayType(String.class, "text");
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }
}
