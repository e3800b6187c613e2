package ma.balagh.portal.audit;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The trail that intake keeps. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/audit")
interface IntakeAuditClient {

    /** Newest first. */
    @GET
    ResponsePage<AuditEntryResponse> list(
            @QueryParam("person") @Nullable String person,
            @QueryParam("record") @Nullable String record,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);
}
