package ma.balagh.portal.upstream;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Every call goes out in the name of the person who looks: the services decide what that person may see. */
@ApplicationScoped
public class CallerToken implements ClientRequestFilter {

    private final SecurityIdentity identity;

    public CallerToken(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization());
    }

    /** The value of an {@code Authorization} header. */
    public String authorization() {
        return "Bearer " + identity.getCredential(AccessTokenCredential.class).getToken();
    }
}
