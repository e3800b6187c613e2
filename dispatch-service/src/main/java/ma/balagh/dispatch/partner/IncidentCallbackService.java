package ma.balagh.dispatch.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.callback.CallbackService;
import ma.balagh.callback.CallbackView;
import ma.balagh.dispatch.partner.IncidentCallbackRepository.Subscription;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** What partners can do with their callbacks for incidents, and what commanders see of them. */
@ApplicationScoped
class IncidentCallbackService {

    private final CallbackService callbacks;
    private final IncidentCallbackRepository repository;
    private final ServiceWorkRunner serviceWork;

    IncidentCallbackService(
            CallbackService callbacks, IncidentCallbackRepository repository, ServiceWorkRunner serviceWork) {
        this.callbacks = callbacks;
        this.repository = repository;
        this.serviceWork = serviceWork;
    }

    /**
     * The jurisdictions that are asked for, or else all of the caller's.
     *
     * @throws ma.balagh.http.ProblemException 400 for one that is not the caller's, or where it has none
     */
    static List<String> jurisdictions(@Nullable List<String> asked, Jurisdictions own) {
        var jurisdictions =
                asked == null ? own.codes() : asked.stream().distinct().toList();
        if (jurisdictions.isEmpty() || !jurisdictions.stream().allMatch(own::covers)) {
            throw CommonProblem.invalid(new Violation(
                    "jurisdictions", ViolationCode.NOT_YOUR_JURISDICTION, "must lie in the token's jurisdictions"));
        }
        return jurisdictions;
    }

    /** @throws ma.balagh.http.ProblemException 409 for an address that is registered, and for one too many */
    @Transactional
    IncidentCallbackView register(Caller partner, String url, List<String> jurisdictions) {
        var callback = callbacks.register(partner.id(), url);
        repository.insert(new Subscription(callback.id(), partner.id(), partner.name(), jurisdictions));
        return IncidentCallbackView.of(partner.name(), jurisdictions, callback);
    }

    @Transactional
    Optional<IncidentCallbackView> find(UUID id, String owner) {
        return callbacks
                .find(id, owner)
                .flatMap(callback -> Optional.ofNullable(
                                repository.of(List.of(id)).get(id))
                        .map(subscription -> view(callback, subscription)));
    }

    /** The partner's own ones. */
    @Transactional
    Page<IncidentCallbackView> page(String owner, PageRequest request) {
        var page = callbacks.page(owner, request);
        var subscriptions =
                repository.of(page.items().stream().map(CallbackView::id).toList());
        return new Page<>(
                page.items().stream()
                        // One may have ended since.
                        .flatMap(callback -> Stream.ofNullable(subscriptions.get(callback.id()))
                                .map(subscription -> view(callback, subscription)))
                        .toList(),
                page.next());
    }

    /** Those of all partners that are told of incidents in the caller's jurisdictions. */
    @Transactional
    Page<IncidentCallbackView> page(PageRequest request) {
        var page = Page.of(repository.page(request), request, Subscription::callbackId);
        var found = callbacks.find(
                page.items().stream().map(Subscription::callbackId).toList());
        return new Page<>(
                page.items().stream()
                        .flatMap(subscription -> Stream.ofNullable(found.get(subscription.callbackId()))
                                .map(callback -> view(callback, subscription)))
                        .toList(),
                page.next());
    }

    /**
     * Tells a partner no more.
     *
     * @param own the jurisdictions of the commander who says so
     * @throws ma.balagh.http.ProblemException 404 for one that they do not see, 403 where it is told of others, too
     */
    @Transactional
    void end(UUID id, Jurisdictions own) {
        var subscription = repository.of(List.of(id)).get(id);
        if (subscription == null) {
            throw CommonProblem.notFound("the callback");
        }
        if (!subscription.jurisdictions().stream().allMatch(own::covers)) {
            throw CommonProblem.FORBIDDEN.because("it is told of other jurisdictions, too");
        }
        // Its secrets, which end with it, are the partner's.
        serviceWork.run(() -> callbacks.delete(id));
    }

    private static IncidentCallbackView view(CallbackView callback, Subscription subscription) {
        return IncidentCallbackView.of(subscription.partner(), subscription.jurisdictions(), callback);
    }
}
