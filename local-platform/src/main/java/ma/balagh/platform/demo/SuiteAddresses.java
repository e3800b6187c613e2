package ma.balagh.platform.demo;

import java.net.URI;

/** The addresses of a suite's applications. */
public interface SuiteAddresses {

    /** The root of a service, without a path. */
    URI of(SuiteClient.Target target);

    /** The root of Keycloak. */
    URI keycloak();

    /** Ports of this machine, as {@code ./balagh up} opens them. */
    static SuiteAddresses onThisMachine(int portOffset) {
        return new SuiteAddresses() {
            @Override
            public URI of(SuiteClient.Target target) {
                return port(target.port() + portOffset);
            }

            @Override
            public URI keycloak() {
                return port(8180 + portOffset);
            }

            private URI port(int port) {
                return URI.create("http://localhost:" + port);
            }
        };
    }

    /**
     * Names before one host, as the Ingresses of {@code k8s/overlays} give them: {@code intake.}, {@code analysis.},
     * {@code dispatch.}, and {@code id.} for Keycloak.
     *
     * @param root such as {@code http://balagh.localhost}, with a port where it is not the usual one
     * @throws IllegalArgumentException when that is no address of a host, or has a path
     */
    static SuiteAddresses under(URI root) {
        boolean isHttp = "http".equals(root.getScheme()) || "https".equals(root.getScheme());
        if (!isHttp
                || root.getHost() == null
                || !root.getPath().replace("/", "").isEmpty()) {
            throw new IllegalArgumentException("an address as in http://balagh.localhost is expected, not " + root);
        }
        return new SuiteAddresses() {
            @Override
            public URI of(SuiteClient.Target target) {
                return named(target.hostName());
            }

            @Override
            public URI keycloak() {
                return named("id");
            }

            private URI named(String name) {
                return URI.create(root.getScheme() + "://" + name + "." + root.getAuthority());
            }
        };
    }
}
