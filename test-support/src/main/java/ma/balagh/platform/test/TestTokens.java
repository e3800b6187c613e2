package ma.balagh.platform.test;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens as Keycloak issues them for the realm {@code balagh}, signed with the key that {@link TestPlatform}
 * configures. Each {@code with...} returns a changed copy.
 */
public record TestTokens(
        String user,
        List<String> roles,
        List<String> jurisdictions,
        @Nullable String unit,
        String audience,
        Duration validFor) {

    /** The issuer that the application under test expects. */
    public static final String ISSUER = "https://tokens.balagh.test/realms/balagh";
    /** The audience that the application under test expects. */
    public static final String AUDIENCE = "balagh";

    private static final Duration LIFE = Duration.ofMinutes(5);
    /** Signing is slow, so a token is used again for two minutes where all its claims are the same. */
    private static final ConcurrentMap<TestTokens, Signed> SIGNED = new ConcurrentHashMap<>();

    /** A user with realm roles, the whole country as jurisdiction, valid for five minutes. */
    public static TestTokens of(String user, String... roles) {
        return new TestTokens(user, List.of(roles), List.of("MA"), null, AUDIENCE, LIFE);
    }

    /** The subject claim of that user: the same in every test run. */
    public static UUID subjectOf(String user) {
        return UUID.nameUUIDFromBytes(user.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public TestTokens withJurisdictions(String... codes) {
        return new TestTokens(user, roles, List.of(codes), unit, audience, validFor);
    }

    /** The call sign of a field unit, such as {@code UNIT-1}. */
    public TestTokens withUnit(String callSign) {
        return new TestTokens(user, roles, jurisdictions, callSign, audience, validFor);
    }

    public TestTokens withAudience(String otherAudience) {
        return new TestTokens(user, roles, jurisdictions, unit, otherAudience, validFor);
    }

    /** Expired ten minutes ago. */
    public TestTokens expired() {
        return new TestTokens(user, roles, jurisdictions, unit, audience, Duration.ofMinutes(-10));
    }

    public TestTokens expiringIn(Duration life) {
        return new TestTokens(user, roles, jurisdictions, unit, audience, life);
    }

    /** The compact form for {@code Authorization: Bearer}. */
    public String sign() {
        var now = Instant.now();
        return validFor.equals(LIFE) || validFor.isNegative()
                ? SIGNED.compute(
                                this,
                                (claims, earlier) ->
                                        earlier != null && earlier.isFresh(now) ? earlier : new Signed(sign(now), now))
                        .token()
                : sign(now);
    }

    private String sign(Instant now) {
        var claims = Jwt.issuer(ISSUER)
                .subject(subjectOf(user).toString())
                .audience(audience)
                .preferredUserName(user)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", roles))
                .claim("jurisdictions", jurisdictions)
                .issuedAt(now.minus(Duration.ofMinutes(15)))
                .expiresAt(now.plus(validFor));
        if (unit != null) {
            claims.claim("unit", unit);
        }
        return claims.sign(TestSigningKey.current().privateKey());
    }

    /** A token and when it was signed. */
    private record Signed(String token, Instant at) {

        private boolean isFresh(Instant now) {
            return at.isAfter(now.minus(Duration.ofMinutes(2)));
        }
    }
}
