package ma.balagh.portal.suite;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts the fakes once and points the portal at them. Tests come with a token or, where it matters, by the login. */
public final class FakeSuite implements QuarkusTestResourceLifecycleManager {

    private static @Nullable FakeServices services;
    private static @Nullable FakeLogin login;

    @Override
    public Map<String, String> start() {
        FakeServices started = new FakeServices();
        services = started;
        login = new FakeLogin(started.server(), started.url());
        return Map.of(
                "quarkus.oidc.auth-server-url", login.issuer(),
                // The login and, for the other tests, bearer tokens.
                "quarkus.oidc.application-type", "hybrid",
                "quarkus.rest-client.intake.url", started.url(),
                "quarkus.rest-client.analysis.url", started.url(),
                "quarkus.rest-client.dispatch.url", started.url());
    }

    @Override
    public void stop() {
        services().close();
    }

    public static FakeServices services() {
        return Objects.requireNonNull(services, "the fakes are not started");
    }

    public static FakeLogin login() {
        return Objects.requireNonNull(login, "the fakes are not started");
    }

    /** A token of somebody with these roles. */
    public static String token(String user, String... roles) {
        return login().accessToken(user, roles);
    }
}
