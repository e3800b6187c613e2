package ma.balagh.callback.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.callback.signature.WebhookSecretRepository.SealedSecret;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.CommonProblem;
import ma.balagh.seal.EnvelopeEncryption;
import ma.balagh.seal.SealedTable;

/**
 * The secrets that messages are signed with, sealed: one for each callback that we call and each source that calls us, and
 * for a while the ones before.
 */
@ApplicationScoped
public class WebhookSecretService {

    private static final int BYTES = 32;
    private static final int MOST = 5;

    // Not static: a native image would keep the one of the machine that built it.
    private final SecureRandom random = new SecureRandom();
    private final WebhookSecretRepository repository;
    private final EnvelopeEncryption encryption;

    WebhookSecretService(WebhookSecretRepository repository, EnvelopeEncryption encryption) {
        this.repository = repository;
        this.encryption = encryption;
    }

    @Produces
    @Singleton
    static SealedTable table() {
        return new SealedTable("webhook_secret", "id");
    }

    /** Makes a secret, which is the one that does not expire. */
    public byte[] create(UUID ownerId, Instant now) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        UUID id = IdGenerator.next();
        repository.insert(ownerId, new SealedSecret(id, encryption.seal(secret, context(id))), now);
        return secret;
    }

    /**
     * Makes a secret that takes the present one's place, if there is one.
     *
     * @param overlap how long the present one stays valid
     * @throws ma.balagh.http.ProblemException 409 when there were too many of late
     */
    public NewSecret change(UUID ownerId, Instant now, Duration overlap) {
        if (valid(ownerId, now).size() >= MOST) {
            throw CommonProblem.CONFLICT.because("%d secrets are valid now: wait until one expires".formatted(MOST));
        }
        Instant earlierUntil = now.plus(overlap);
        boolean hadOne = repository.expire(ownerId, earlierUntil);
        return new NewSecret(WebhookSignature.written(create(ownerId, now)), hadOne ? earlierUntil : null);
    }

    /** The present one as it was shown when it was made: to whoever sends the order to make it again. */
    public Optional<NewSecret> present(UUID ownerId) {
        return repository
                .present(ownerId)
                .map(secret -> new NewSecret(
                        WebhookSignature.written(opened(secret)),
                        repository.earlierUntil(ownerId).orElse(null)));
    }

    /** Makes what was signed for the owner unverifiable. */
    public void forget(UUID ownerId) {
        repository.delete(ownerId);
    }

    /** Those that are valid, the newest first. */
    @Transactional
    public List<byte[]> valid(UUID ownerId, Instant now) {
        return repository.valid(ownerId, now).stream().map(this::opened).toList();
    }

    /**
     * The first one, as long as no other has taken its place.
     *
     * @param createdAt when the owner was, and the secret with it
     */
    public Optional<byte[]> first(UUID ownerId, Instant createdAt) {
        return repository.present(ownerId, createdAt).map(this::opened);
    }

    @Transactional
    public void deleteExpired(Instant now) {
        repository.deleteExpired(now);
    }

    private byte[] opened(SealedSecret secret) {
        return encryption.open(secret.sealed(), context(secret.id()));
    }

    private static String context(UUID id) {
        return "webhook-secret " + id;
    }
}
