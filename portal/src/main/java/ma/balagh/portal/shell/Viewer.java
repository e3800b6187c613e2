package ma.balagh.portal.shell;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, and how: templates say {@code inject:viewer}. */
@Named("viewer")
@RequestScoped
public class Viewer {

    private final SecurityIdentity identity;
    private final RoutingContext request;

    Viewer(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    public Language language() {
        return ChosenLanguage.of(request);
    }

    public List<Language> languages() {
        return Language.all();
    }

    /** Where the language switch leads: this page if it can be asked for again, or the start. */
    public String here() {
        return request.request().method().name().equals("GET") ? request.normalizedPath() : "/";
    }

    /** Whether a script asks for a part of the page rather than the browser for the whole. */
    public boolean usesHtmx() {
        return request.request().headers().contains("HX-Request");
    }

    /** What the viewer just did, if this page follows from it. */
    public @Nullable Done done() {
        String done = request.request().getParam("done");
        return Arrays.stream(Done.values())
                .filter(candidate -> candidate.name().equals(done))
                .findFirst()
                .orElse(null);
    }

    /** A new key for a form: sent twice, it is done once. */
    public String onceKey() {
        return OnceKey.fresh();
    }

    public boolean signedIn() {
        return !identity.isAnonymous();
    }

    /** The account's name, as the services record it for proposals and decisions. */
    public String name() {
        return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    public boolean hasAny(String... roles) {
        return List.of(roles).stream().anyMatch(identity::hasRole);
    }

    /** Where the viewer lands after the login, if any of the roles has a desk. */
    Optional<Desk> ownDesk() {
        return Desk.ownedBy(identity::hasRole);
    }

    public List<Desk> desks() {
        return Desk.openTo(identity::hasRole);
    }

    /** Whether the page belongs to the desk. */
    public boolean isAt(Desk desk) {
        return request.normalizedPath().startsWith(desk.path());
    }
}
