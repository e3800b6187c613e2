package ma.balagh.portal.shell;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.DefaultTokenStateManager;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request renew a session for all that come with the same cookie. The identity provider takes each refresh token
 * once and ends the session at its second use, while a page asks for several things at a time. The first request whose
 * tokens are about to expire renews them, the others wait for these tokens. They also count for requests that still come
 * with the old cookie, as after an answer that the browser did not wait for.
 *
 * <p>Tokens are remembered in this process only. Behind several replicas the ingress keeps a browser at one of them.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionRefreshService extends DefaultTokenStateManager {

    private static final String OWN_RENEWAL = SessionRefreshService.class.getName();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    private record Renewal(Instant begun, CompletableFuture<@Nullable AuthorizationCodeTokens> tokens) {

        static Renewal begin(Instant now) {
            return new Renewal(now, new CompletableFuture<>());
        }
    }

    private final Clock clock;
    private final Duration early;
    private final Duration remembered;
    private final Map<String, Renewal> renewals = new ConcurrentHashMap<>();

    SessionRefreshService(
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.token.refresh-token-time-skew") Duration early,
            @ConfigProperty(name = "quarkus.oidc.authentication.session-age-extension") Duration remembered) {
        this.clock = clock;
        this.early = early.plus(CLOCK_SKEW);
        this.remembered = remembered;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        Renewal own = request.get(OWN_RENEWAL);
        if (own != null) {
            own.tokens().complete(copy(tokens));
        }
        return super.createTokenState(request, tenant, tokens, context);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig tenant,
            String state,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return super.getTokens(request, tenant, state, context).chain(tokens -> current(request, tokens));
    }

    private Uni<AuthorizationCodeTokens> current(RoutingContext request, AuthorizationCodeTokens tokens) {
        String refreshToken = tokens.getRefreshToken();
        if (refreshToken == null || !isDue(tokens)) {
            return Uni.createFrom().item(tokens);
        }
        forgetOldOnes();
        Renewal own = Renewal.begin(clock.instant());
        Renewal earlier = renewals.putIfAbsent(refreshToken, own);
        if (earlier == null) {
            request.put(OWN_RENEWAL, own);
            request.addEndHandler(ended -> giveUp(refreshToken, own));
            return Uni.createFrom().item(tokens);
        }
        if (earlier == request.get(OWN_RENEWAL)) {
            return Uni.createFrom().item(tokens);
        }
        return Uni.createFrom()
                .completionStage(earlier.tokens())
                .ifNoItem()
                .after(LONGEST_WAIT)
                .recoverWithUni(() -> Uni.createFrom().nullItem())
                .emitOn(backTo(Vertx.currentContext()))
                .chain(renewed -> renewed == null ? Uni.createFrom().item(tokens) : current(request, copy(renewed)));
    }

    /** The thread that has the tokens is the other request's. */
    private static Executor backTo(@Nullable Context context) {
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }

    /** A request that ends without new tokens was refused them or did not need them; the next one may try. */
    private void giveUp(String refreshToken, Renewal own) {
        if (own.tokens().complete(null)) {
            renewals.remove(refreshToken, own);
        }
    }

    private void forgetOldOnes() {
        Instant oldest = clock.instant().minus(remembered);
        renewals.values().removeIf(renewal -> renewal.begun().isBefore(oldest));
    }

    private boolean isDue(AuthorizationCodeTokens tokens) {
        String[] parts = tokens.getIdToken().split("\\.", -1);
        byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
        long expiry = new JsonObject(Buffer.buffer(claims)).getLong("exp", 0L);
        return !clock.instant().plus(early).isBefore(Instant.ofEpochSecond(expiry));
    }

    /** The mechanism writes into what it is given. */
    private static AuthorizationCodeTokens copy(AuthorizationCodeTokens tokens) {
        return new AuthorizationCodeTokens(
                tokens.getIdToken(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                tokens.getAccessTokenExpiresIn(),
                tokens.getAccessTokenScope());
    }
}
