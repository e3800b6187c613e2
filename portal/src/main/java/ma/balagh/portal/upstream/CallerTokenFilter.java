package ma.balagh.portal.upstream;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** Sends the viewer's token with every call: the services decide what that person may see. */
@ApplicationScoped
public class CallerTokenFilter implements ClientRequestFilter {

    private static final List<String> FROM_FORMS = List.of("Idempotency-Key", HttpHeaders.IF_MATCH);

    private final SecurityIdentity identity;

    public CallerTokenFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Keys and tags come back from forms: what cannot be sent in a header is the browser's fault. */
    @Override
    public void filter(ClientRequestContext request) {
        if (FROM_FORMS.stream()
                .map(request::getHeaderString)
                .anyMatch(value -> value != null && !value.chars().allMatch(CallerTokenFilter::isVisible))) {
            throw new BadRequestException();
        }
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization());
    }

    private static boolean isVisible(int character) {
        return character >= ' ' && character <= '~';
    }

    /** The value of an {@code Authorization} header. */
    public String authorization() {
        return "Bearer " + identity.getCredential(AccessTokenCredential.class).getToken();
    }
}
