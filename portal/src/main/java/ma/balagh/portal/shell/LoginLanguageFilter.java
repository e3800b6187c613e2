package ma.balagh.portal.shell;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows the login page in the language that was chosen here. */
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
@Unremovable
@ApplicationScoped
class LoginLanguageFilter implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        redirect.additionalQueryParams()
                .add(
                        "ui_locales",
                        LanguageCookieFilter.of(redirect.routingContext()).code());
    }
}
