package ma.balagh.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes this request, as the token says. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's subject: stays the same when a person's name changes. */
    public String id() {
        String subject = token().getSubject();
        return subject != null ? subject : name();
    }

    /** The user name, or the client's id for a service account. */
    public String name() {
        return claim("preferred_username")
                .or(() -> claim("azp"))
                .or(() -> claim("client_id"))
                .orElseGet(() -> identity.getPrincipal().getName());
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    public boolean hasAny(String... roles) {
        return List.of(roles).stream().anyMatch(identity::hasRole);
    }

    /** What the claim {@code jurisdictions} lists; empty when it is absent. */
    public Jurisdictions jurisdictions() {
        Object claim = token().getClaim("jurisdictions");
        List<String> codes = claim instanceof Collection<?> values
                ? values.stream().map(Caller::text).toList()
                : List.of();
        if (!codes.stream().allMatch(Jurisdictions::isCode)) {
            throw CommonProblem.FORBIDDEN.because("the token's claim jurisdictions has a malformed code");
        }
        return new Jurisdictions(codes);
    }

    /** The call sign of the field unit that the account belongs to. */
    public Optional<String> unit() {
        return claim("unit");
    }

    /** When the token stops being valid. */
    public Instant expiresAt() {
        return Instant.ofEpochSecond(token().getExpirationTime());
    }

    private Optional<String> claim(String name) {
        return Optional.<Object>ofNullable(token().getClaim(name)).map(Caller::text);
    }

    private static String text(Object claim) {
        return claim instanceof JsonString json ? json.getString() : claim.toString();
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw CommonProblem.UNAUTHORIZED.because("there is no bearer token");
    }
}
