package ma.balagh.portal.shell;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, and how: templates say {@code inject:viewer}. */
@Named("viewer")
@RequestScoped
@TemplateData
public class Viewer {

    private final CurrentIdentityAssociation identities;
    private final RoutingContext request;
    private final CsrfTokenParameterProvider forgery;

    Viewer(CurrentIdentityAssociation identities, RoutingContext request, CsrfTokenParameterProvider forgery) {
        this.identities = identities;
        this.request = request;
        this.forgery = forgery;
    }

    public PortalLanguage language() {
        return LanguageCookieFilter.of(request);
    }

    public List<PortalLanguage> languages() {
        return PortalLanguage.all();
    }

    /** Where the language switch leads: this page, filters and all, if it can be asked for again, or the start. */
    public String inLanguage(PortalLanguage language) {
        boolean repeatable = request.request().method().name().equals("GET");
        String start = isAtPublicPage() ? request.normalizedPath() + "?" : "/?";
        String address = repeatable ? request.normalizedPath() + "?" + kept() : start;
        return address + LanguageCookieFilter.PARAMETER + "=" + language.code();
    }

    /**
     * What the address asks for, but for the language, and for what was done: that is not done again. Public pages are kept for
     * others, who get nothing of it but where the page begins.
     */
    private String kept() {
        String query = request.request().query();
        return Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(asked -> !asked.isEmpty() && !asked.startsWith("lang=") && !asked.startsWith("done="))
                .filter(asked -> !isAtPublicPage() || asked.startsWith("cursor="))
                .map(asked -> asked + "&")
                .collect(Collectors.joining());
    }

    /** Whether a script asks for a part of the page rather than the browser for the whole. */
    public boolean usesHtmx() {
        return request.request().headers().contains("HX-Request");
    }

    /** What the viewer just did, if this page follows from it. */
    public @Nullable FlashMessage done() {
        String done = request.request().getParam("done");
        return Arrays.stream(FlashMessage.values())
                .filter(candidate -> candidate.name().equals(done))
                .findFirst()
                .orElse(null);
    }

    /** Whether it was done to that one, of several on the page. */
    public boolean did(Object id) {
        return done() != null && id.toString().equals(request.request().getParam("of"));
    }

    /**
     * The anti-forgery token that forms send back; nothing on an error page of a request that ended before there was one.
     */
    public String formToken() {
        try {
            return forgery.getToken();
        } catch (IllegalStateException endedTooEarly) {
            return "";
        }
    }

    /** A new key for a form: sent twice, it is done once. */
    public String onceKey() {
        return IdempotencyKeyFactory.fresh();
    }

    public boolean signedIn() {
        return !identity().map(SecurityIdentity::isAnonymous).orElse(true);
    }

    /** The account's name, as the services record it for proposals and decisions. */
    public String name() {
        return signedIn()
                ? identity().map(identity -> identity.getPrincipal().getName()).orElse("")
                : "";
    }

    public boolean has(String role) {
        return identity().map(identity -> identity.hasRole(role)).orElse(false);
    }

    public boolean hasAny(String... roles) {
        return List.of(roles).stream().anyMatch(this::has);
    }

    /**
     * Whether that is one of the viewer's jurisdictions, or lies in one: {@code MA} covers {@code MA-CAS}. What is lent to
     * them is none of theirs.
     */
    public boolean covers(@Nullable String jurisdiction) {
        return jurisdiction != null
                && jurisdictions().anyMatch(own -> jurisdiction.equals(own) || jurisdiction.startsWith(own + "-"));
    }

    /** The viewer's jurisdiction; nothing for who has several, or none. */
    public @Nullable String onlyJurisdiction() {
        var own = jurisdictions().toList();
        return own.size() == 1 ? own.getFirst() : null;
    }

    private Stream<String> jurisdictions() {
        return identity()
                .map(SecurityIdentity::getPrincipal)
                .filter(JsonWebToken.class::isInstance)
                .map(token -> ((JsonWebToken) token).getClaim("jurisdictions"))
                .filter(Collection.class::isInstance)
                .stream()
                .flatMap(codes -> ((Collection<?>) codes).stream())
                .map(code -> code instanceof JsonString json ? json.getString() : code.toString());
    }

    public boolean mayOpenDossiers() {
        return hasAny(
                PortalRoles.ANALYST,
                PortalRoles.JUDICIAL_OFFICER,
                PortalRoles.COMMANDER,
                PortalRoles.AUDITOR,
                PortalRoles.INTERNAL_AFFAIRS);
    }

    public boolean mayOpenIncidents() {
        return hasAny(PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.JUDICIAL_OFFICER);
    }

    /** Where the viewer lands after the login, if any of the roles has a desk. */
    Optional<NavigationSection> ownDesk() {
        return NavigationSection.ownedBy(this::has);
    }

    public List<NavigationSection> desks() {
        return NavigationSection.openTo(this::has);
    }

    /** Whether the page belongs to the desk. */
    public boolean isAt(NavigationSection desk) {
        return request.normalizedPath().startsWith(desk.path());
    }

    /** Whether everybody sees it, without a login. */
    public boolean isAtPublicPage() {
        return PublicPageAddress.isPublic(request.normalizedPath());
    }

    /** Whether it is that page. */
    public boolean isAtPage(String path) {
        return request.normalizedPath().equals(path);
    }

    /** Nobody yet where a request ended before anybody was asked who they are: at an address that leads nowhere. */
    private Optional<SecurityIdentity> identity() {
        return BlockingOperationControl.isBlockingAllowed() ? Optional.of(identities.getIdentity()) : Optional.empty();
    }
}
