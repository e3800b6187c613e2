package ma.balagh.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import ma.balagh.callback.CallbackRepository.Backlog;
import ma.balagh.callback.signature.NewSecret;
import ma.balagh.callback.signature.WebhookSecretService;
import ma.balagh.callback.signature.WebhookSignature;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.fetch.PostClient;
import ma.balagh.fetch.RefusalReason;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.jspecify.annotations.Nullable;

/** What a partner can do with its callbacks. {@code owner} is its token's subject. */
@ApplicationScoped
public class CallbackService {

    /** In bytes. */
    public static final int LONGEST_URL = 2048;

    private final CallbackRepository repository;
    private final WebhookSecretService secrets;
    private final PostClient poster;
    private final CallbackConfig config;
    private final Clock clock;

    CallbackService(
            CallbackRepository repository,
            WebhookSecretService secrets,
            PostClient poster,
            CallbackConfig config,
            Clock clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.poster = poster;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Looks up, outside a transaction, whether something may be sent to an address; that is judged again whenever
     * something is.
     *
     * @return the address, or the 400 that says why not: thrown only when asked for, since a repeated request gets its
     *     earlier answer even where the name leads nowhere meanwhile
     */
    public Supplier<String> check(@Nullable String url) {
        try {
            String checked = checked(url);
            return () -> checked;
        } catch (ProblemException refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    private String checked(@Nullable String url) {
        if (url == null || url.getBytes(StandardCharsets.UTF_8).length > LONGEST_URL) {
            throw CommonProblem.invalid(notAnAddress("must be an address of at most " + LONGEST_URL + " bytes"));
        }
        String scheme = url.substring(0, Math.max(0, url.indexOf(':'))).toLowerCase(Locale.ROOT);
        if (!config.schemes().contains(scheme)) {
            throw CommonProblem.invalid(notAnAddress("must begin with " + String.join(" or ", config.schemes())));
        }
        try {
            poster.refusal(url).ifPresent(reason -> {
                throw CommonProblem.invalid(new Violation(
                        "url",
                        reason instanceof RefusalReason refused ? refused.code() : ViolationCode.NOT_PUBLIC,
                        reason.sentence()));
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.UNAVAILABLE
                    .because("the address could not be looked up")
                    .retryAfter(Duration.ofSeconds(5));
        }
        return url;
    }

    private static Violation notAnAddress(String message) {
        return new Violation("url", ViolationCode.NOT_AN_ADDRESS, message);
    }

    /** @throws ma.balagh.http.ProblemException 409 for an address that is registered, and for one too many */
    @Transactional
    public CallbackView register(String owner, String url) {
        repository.lock(owner);
        if (repository.count(owner) >= config.most()) {
            throw CommonProblem.CONFLICT.because("at most %d callbacks: delete one first".formatted(config.most()));
        }
        UUID id = IdGenerator.next();
        Instant now = now();
        if (!repository.insert(id, owner, url, now)) {
            throw CommonProblem.CONFLICT.because("this address is registered already");
        }
        secrets.create(id, now);
        return find(id, owner).orElseThrow();
    }

    /** @return without the secret when another one has taken its place; empty when there is no such callback any more */
    public Optional<RegisteredCallback> registered(UUID id, String owner) {
        return find(id, owner)
                .map(callback -> new RegisteredCallback(
                        callback.id(),
                        callback.url(),
                        callback.createdAt(),
                        secrets.first(callback.id(), callback.createdAt())
                                .map(WebhookSignature::written)
                                .orElse(null)));
    }

    /** @throws ma.balagh.http.ProblemException 409 when there were too many of late */
    @Transactional
    public Optional<NewSecret> changeSecret(UUID id, String owner) {
        repository.lock(owner);
        if (find(id, owner).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(secrets.change(id, now(), config.overlap()));
    }

    /** The secret that messages are signed with now. */
    @Transactional
    public Optional<NewSecret> presentSecret(UUID id, String owner) {
        return find(id, owner).flatMap(callback -> secrets.present(callback.id()));
    }

    @Transactional
    public void delete(UUID id) {
        // Before the callback, without which nobody would see them.
        secrets.forget(id);
        repository.delete(id);
    }

    @Transactional
    void deleteWhatNobodyTakes() {
        repository.deleteWhatNobodyTakes();
    }

    /** Those of a partner that messages are written for. */
    public List<UUID> active(String owner) {
        return repository.active(owner);
    }

    /** What was not taken for too long, and is not the newest about its subject. */
    @Transactional
    void giveUpOld() {
        config.giveUpAfter().ifPresent(age -> repository.giveUp(now().minus(age), now()));
    }

    @Transactional
    Backlog backlog() {
        return repository.backlog();
    }

    public Optional<CallbackView> find(UUID id, String owner) {
        return repository.find(id, owner);
    }

    /** The callbacks with these ids, of any partner; ids of none are left out. */
    public Map<UUID, CallbackView> find(Collection<UUID> ids) {
        return repository.find(ids).stream().collect(Collectors.toMap(CallbackView::id, callback -> callback));
    }

    public Page<CallbackView> page(String owner, PageRequest request) {
        return Page.of(repository.page(owner, request), request, CallbackView::id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
