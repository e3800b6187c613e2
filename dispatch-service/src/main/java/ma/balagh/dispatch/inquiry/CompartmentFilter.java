package ma.balagh.dispatch.inquiry;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Roles;

/** Answers 404 to everybody but internal affairs, whatever they send: a 400 or 403 would tell that there is something. */
@Provider
@CompartmentOnly
class CompartmentFilter implements ContainerRequestFilter {

    private final Caller caller;

    CompartmentFilter(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean anonymous = request.getSecurityContext().getUserPrincipal() == null;
        // Who has no token at all is answered 401 like everywhere else.
        if (!anonymous && !caller.has(Roles.INTERNAL_AFFAIRS)) {
            throw CommonProblem.notFound("the inquiry");
        }
    }
}
