package ma.balagh.portal.evidence;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.upstream.ServiceProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody looks at one evidence, once said.
 *
 * @param purpose of 8 to 200 characters
 * @param things the evidence, its examination and what was made of it; nothing else is opened
 * @param since when the purpose was said; null before it is sealed
 */
public record ViewingPass(
        String purpose, Set<UUID> things, @Nullable Instant since) {

    /** What the services ask for. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 200;

    public ViewingPass {
        things = Set.copyOf(things);
    }

    /** It opens nothing yet. */
    public static ViewingPass forPurpose(@Nullable String said) {
        String purpose = FormInputParser.text(said);
        if (purpose == null || purpose.length() < SHORTEST || purpose.length() > LONGEST) {
            throw ServiceProblemException.purposeMissing();
        }
        return new ViewingPass(purpose, Set.of(), null);
    }

    /** The same purpose for one evidence and what shows it. */
    public ViewingPass of(@Nullable UUID... shown) {
        return new ViewingPass(
                purpose, Arrays.stream(shown).filter(Objects::nonNull).collect(Collectors.toSet()), since);
    }

    /** As {@code X-Purpose}. Header values are ASCII; other letters go as an ext-value (RFC 8187), as services read it. */
    public String header() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(purpose)
                ? purpose
                : "UTF-8''" + URLEncoder.encode(purpose, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Seals passes, since a {@code <video>} can send no header: the purpose stands encrypted in the address (AES-GCM), for
     * one person, one evidence and some minutes, and no log can read it. An open page renews it. Nothing is kept, so that
     * any replica can open it.
     */
    @ApplicationScoped
    public static class Office {

        private static final int NONCE_BYTES = 12;
        private static final int TAG_BITS = 128;

        private final SecurityIdentity identity;
        private final Clock clock;
        private final SecretKeySpec key;
        private final Duration lifetime;
        private final Duration longest;
        private final SecureRandom random = new SecureRandom();

        /**
         * @param lifetime of a pass that nobody renews
         * @param longest after that time from when it was said, the purpose is asked for again
         */
        Office(
                SecurityIdentity identity,
                Clock clock,
                @ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret,
                @ConfigProperty(name = "balagh.viewing.lifetime") Duration lifetime,
                @ConfigProperty(name = "balagh.viewing.longest") Duration longest)
                throws GeneralSecurityException {
            this.identity = identity;
            this.clock = clock;
            this.key = derive(secret);
            this.lifetime = lifetime;
            this.longest = longest;
        }

        /** For an address that only the present person can use, for what the pass names. */
        public String seal(ViewingPass pass) {
            return seal(pass, clock.instant().plus(lifetime));
        }

        /** To offer the purpose again on its page; it opens nothing. */
        public String sealPurpose(ViewingPass pass) {
            return seal(pass.of(), clock.instant().plus(longest));
        }

        private String seal(ViewingPass pass, Instant until) {
            Instant since = pass.since() == null ? clock.instant() : pass.since();
            byte[] purpose = pass.purpose().getBytes(StandardCharsets.UTF_8);
            var plain = ByteBuffer.allocate(2 * Long.BYTES + 1 + pass.things().size() * 2 * Long.BYTES + purpose.length)
                    .putLong(until.getEpochSecond())
                    .putLong(since.getEpochSecond())
                    .put((byte) pass.things().size());
            pass.things()
                    .forEach(thing ->
                            plain.putLong(thing.getMostSignificantBits()).putLong(thing.getLeastSignificantBits()));
            plain.put(purpose);
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            try {
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.array());
                byte[] pieces = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array();
                return Base64.getUrlEncoder().withoutPadding().encodeToString(pieces);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM is part of every Java", e);
            }
        }

        /**
         * @param shown what is asked for: the pass has to name one of them
         * @throws ServiceProblemException 428 for another person or another evidence, too late, or not one of ours
         */
        public ViewingPass open(@Nullable String sealed, UUID... shown) {
            ViewingPass pass = read(sealed);
            if (Arrays.stream(shown).noneMatch(pass.things()::contains)) {
                throw ServiceProblemException.purposeMissing();
            }
            return pass;
        }

        /** The purpose of {@link #sealPurpose}, or of any pass. */
        public String purposeIn(@Nullable String sealed) {
            return read(sealed).purpose();
        }

        /**
         * The same pass for some more minutes, while its page is open.
         *
         * @throws ServiceProblemException 428 as for opening it, and when the purpose was said too long ago
         */
        public String renew(@Nullable String sealed) {
            ViewingPass pass = read(sealed);
            if (pass.since() == null || clock.instant().isAfter(pass.since().plus(longest))) {
                throw ServiceProblemException.purposeMissing();
            }
            return seal(pass);
        }

        private ViewingPass read(@Nullable String sealed) {
            try {
                byte[] pieces = Base64.getUrlDecoder().decode(sealed == null ? "" : sealed);
                if (pieces.length <= NONCE_BYTES) {
                    throw ServiceProblemException.purposeMissing();
                }
                byte[] nonce = Arrays.copyOf(pieces, NONCE_BYTES);
                var plain = ByteBuffer.wrap(
                        cipher(Cipher.DECRYPT_MODE, nonce).doFinal(pieces, NONCE_BYTES, pieces.length - NONCE_BYTES));
                Instant until = Instant.ofEpochSecond(plain.getLong());
                if (clock.instant().isAfter(until)) {
                    throw ServiceProblemException.purposeMissing();
                }
                Instant since = Instant.ofEpochSecond(plain.getLong());
                var things = new HashSet<UUID>();
                for (int left = plain.get(); left > 0; left--) {
                    things.add(new UUID(plain.getLong(), plain.getLong()));
                }
                String purpose = StandardCharsets.UTF_8.decode(plain).toString();
                return new ViewingPass(forPurpose(purpose).purpose(), things, since);
            } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException notOurs) {
                throw ServiceProblemException.purposeMissing();
            }
        }

        private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(identity.getPrincipal().getName().getBytes(StandardCharsets.UTF_8));
            return cipher;
        }

        private static SecretKeySpec derive(String secret) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("balagh viewing pass".getBytes(StandardCharsets.UTF_8)), "AES");
        }
    }
}
