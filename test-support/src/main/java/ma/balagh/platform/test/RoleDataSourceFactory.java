package ma.balagh.platform.test;

import javax.sql.DataSource;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A service's database as other roles than its own see it. There is no pool: each connection is a new one, outside the
 * caller's transaction.
 */
public final class RoleDataSourceFactory {

    private RoleDataSourceFactory() {}

    /** For what tests do behind the back of a service, whose own role may not. */
    public static DataSource owner(Config config) {
        return of(config, DatabaseProvisioner.owner(service(config)));
    }

    public static DataSource reader(Config config) {
        return of(config, DatabaseProvisioner.reader(service(config)));
    }

    private static String service(Config config) {
        return config.getValue("quarkus.datasource.username", String.class);
    }

    private static DataSource of(Config config, String role) {
        var source = new PGSimpleDataSource();
        source.setUrl(config.getValue("quarkus.datasource.jdbc.url", String.class));
        source.setUser(role);
        source.setPassword(DatabaseProvisioner.password(role));
        // Policies hold owners, too.
        source.setOptions("-c balagh.actor=service");
        return source;
    }
}
