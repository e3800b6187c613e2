package ma.balagh.portal.ageing;

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

/** What the portal asks of intake about reports without an answer. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/reports")
public interface AgeingClient {

    @GET
    @Path("/ageing")
    AgeingResponse ageing();

    /** The last of so many weeks ends now. */
    @GET
    @Path("/weekly")
    WeeklyAnswersResponse weekly(@QueryParam("weeks") int weeks);

    /** Of a period, in all that the caller sees. */
    @GET
    @Path("/answer-times")
    AnswerTimesResponse answersByTerritory(@QueryParam("from") String from, @QueryParam("to") String to);

    /** Those first that took or have waited longest. */
    @GET
    @Path("/answer-times/reports")
    ResponsePage<AnswerTimeResponse> answerTimes(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("fate") @Nullable AnswerFateCode fate,
            @QueryParam("limit") int limit);

    /**
     * Oldest first.
     *
     * @param olderThan the least age, as ISO 8601 writes it
     */
    @GET
    @Path("/unanswered")
    ResponsePage<UnansweredResponse> unanswered(
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("olderThan") @Nullable String olderThan,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);
}
