package ma.balagh.analysis.known;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.http.ContentTypeReader;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** Asking whether a medium shows known footage, without it becoming evidence. */
@Path("/api/v1/known-footage/search")
@Produces(MediaType.APPLICATION_JSON)
class KnownFootageSearchResource {

    /** @param matches best first */
    record Found(List<MatchView> matches) {

        Found {
            matches = List.copyOf(matches);
        }
    }

    private static final Set<String> IMAGES = Set.of("jpeg", "png", "webp", "gif", "heic", "heif");

    private final KnownFootageSearchService search;

    KnownFootageSearchResource(KnownFootageSearchService search) {
        this.search = search;
    }

    // A virtual thread, because an upload on a phone's network may take minutes of waiting.
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.ANALYST, Roles.PARTNER})
    @RunOnVirtualThread
    public Found search(InputStream body, @Context HttpHeaders headers) {
        requireMedium(ContentTypeReader.read(headers));
        return new Found(search.of(body));
    }

    private static void requireMedium(@Nullable MediaType type) {
        boolean accepted = type == null
                || type.isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                || type.getType().equals("video")
                || type.getType().equals("audio")
                || type.getType().equals("image") && IMAGES.contains(type.getSubtype());
        if (!accepted) {
            throw AnalysisProblem.NOT_A_MEDIUM.because(
                    "see the violations",
                    List.of(Violation.malformed(
                            HttpHeaders.CONTENT_TYPE,
                            "must be video/*, audio/*, image/jpeg, image/png, image/webp, image/gif, image/heic,"
                                    + " image/heif or application/octet-stream")));
        }
    }
}
