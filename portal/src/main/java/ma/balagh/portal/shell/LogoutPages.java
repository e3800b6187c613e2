package ma.balagh.portal.shell;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Ends the session here and at the identity provider (OpenID Connect RP-Initiated Logout 1.0), which sends the browser back
 * to the front door. Open to all, so that signing out of a session that has expired is no error.
 */
@Path("/logout")
class LogoutPages {

    private final SecurityIdentity identity;
    private final OidcSession session;
    private final OidcConfigurationMetadata provider;
    private final PortalAddress address;

    LogoutPages(
            SecurityIdentity identity, OidcSession session, OidcConfigurationMetadata provider, PortalAddress address) {
        this.identity = identity;
        this.session = session;
        this.provider = provider;
        this.address = address;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    public Response logout() {
        @Nullable IdTokenCredential credential = identity.getCredential(IdTokenCredential.class);
        if (credential == null) {
            return Response.seeOther(URI.create("/")).build();
        }
        session.logout().await().indefinitely();
        return Response.seeOther(endOfSession(credential.getToken())).build();
    }

    private URI endOfSession(String idToken) {
        return UriBuilder.fromUri(provider.getEndSessionUri())
                .queryParam("id_token_hint", idToken)
                .queryParam("post_logout_redirect_uri", address.of("/"))
                .build();
    }
}
