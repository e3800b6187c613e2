package ma.balagh.intake.evidence;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import ma.balagh.http.BodyStream;
import ma.balagh.http.LargeBodyReader;
import ma.balagh.intake.quota.AnnouncedMedium;
import ma.balagh.intake.quota.QuotaAccount;
import ma.balagh.intake.quota.QuotaService;

/** Takes the body of a request in as a medium, within what its sender may bring. */
@ApplicationScoped
class MediaReceptionService {

    private final MediaReceiver receiver;
    private final EvidenceService evidence;
    private final QuotaService quota;
    private final LargeBodyReader bodies;

    MediaReceptionService(
            MediaReceiver receiver, EvidenceService evidence, QuotaService quota, LargeBodyReader bodies) {
        this.receiver = receiver;
        this.evidence = evidence;
        this.quota = quota;
        this.bodies = bodies;
    }

    /** @param use secures what came in completely; nothing of it stays otherwise */
    <T> T receive(
            RoutingContext request,
            MediumHeaders headers,
            QuotaAccount account,
            Submitter submitter,
            Function<StagedMedium, T> use) {
        evidence.requireSize(headers.announced());
        try (BodyStream body = bodies.open(request);
                AnnouncedMedium announcement = quota.announce(account, headers.announced(), evidence::requireRoom);
                StagedMedium received =
                        receiver.receive(announcement.counting(body), headers.announced(), headers.expected())) {
            evidence.prepare(received, submitter);
            return use.apply(received);
        }
    }
}
