package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RootCauseTest {

    @Test
    void isAnOutageWhereAllConnectionsAreInUse() throws SQLException {
        // Given: the pool that is used, with one connection
        var settings = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(2))
                        .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(NoDatabase.class)));
        try (var pool = AgroalDataSource.from(settings);
                var _ = pool.getConnection()) {
            // When
            var refused = catchThrowableOfType(SQLException.class, pool::getConnection);

            // Then
            assertThat(RootCause.of(new IllegalStateException(refused))).isEqualTo(RootCause.OUTAGE);
        }
    }

    /** Connections to nothing. */
    public static final class NoDatabase implements Driver {

        @Override
        public Connection connect(String url, Properties info) {
            return (Connection) Proxy.newProxyInstance(
                    NoDatabase.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (_, method, _) -> nothing(method.getReturnType()));
        }

        private static @Nullable Object nothing(Class<?> type) {
            if (type == boolean.class) {
                return true;
            }
            return type == int.class ? (Object) 0 : null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return true;
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
