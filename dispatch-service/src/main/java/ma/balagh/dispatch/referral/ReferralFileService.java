package ma.balagh.dispatch.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import org.jboss.logging.Logger;

/** Puts referral files together. Whatever a file should have and cannot have, none is made: a court is handed all or nothing. */
@ApplicationScoped
class ReferralFileService {

    private static final Logger LOG = Logger.getLogger(ReferralFileService.class);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final TimelineConsultationService timelines;
    private final ReferralPartClient parts;
    private final AsicSigner signer;
    private final ReferralConfig config;
    private final ObjectMapper json;
    private final Timestamps moments;
    private final Semaphore places;

    ReferralFileService(
            TimelineConsultationService timelines,
            ReferralPartClient parts,
            AsicSigner signer,
            ReferralConfig config,
            ObjectMapper json,
            Timestamps moments) {
        this.timelines = timelines;
        this.parts = parts;
        this.signer = signer;
        this.config = config;
        this.json = json;
        this.moments = moments;
        this.places = new Semaphore(config.atOnce());
    }

    /** @return the container; closing it removes its file */
    ReferralFile make(UUID incidentId, Caller caller, ReferralRequest request) {
        var timeline = timelines.consult(incidentId, caller, request.purpose());
        if (!places.tryAcquire()) {
            throw CommonProblem.UNAVAILABLE
                    .because("other referral files are being put together")
                    .retryAfter(LATER);
        }
        try {
            return make(timeline, request);
        } catch (IOException e) {
            LOG.warnf(e, "no referral file is made, incidentId=%s", incidentId);
            throw CommonProblem.UNAVAILABLE
                    .because("the file cannot be signed, stamped or written now")
                    .retryAfter(LATER);
        } finally {
            places.release();
        }
    }

    private ReferralFile make(TimelineDocument timeline, ReferralRequest request) throws IOException {
        var now = moments.now();
        try (var folder = new ReferralDirectory(config.maxSize().asLongValue())) {
            var exhibits =
                    EvidenceExhibit.of(parts.evidence(timeline.dossierId(), request, folder.scratch(), folder.room()));
            folder.add(
                    "report.pdf",
                    "application/pdf",
                    file -> parts.report(timeline.dossierId(), request, file, folder.room()));
            for (var exhibit : exhibits) {
                if (exhibit.isKept()) {
                    folder.add(
                            exhibit.entry(),
                            "application/zip",
                            file -> parts.bundle(exhibit.id(), request, file, folder.room()));
                }
            }
            folder.add(
                    "timeline.json",
                    "application/json",
                    file -> json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), timeline));
            folder.add(
                    "timeline.pdf",
                    "application/pdf",
                    file -> new TimelinePdfWriter(timeline, TimelineTexts.in(request.language()), now).write(file));
            folder.add(
                    "case.jsonld",
                    "application/ld+json",
                    file -> json.writerWithDefaultPrettyPrinter()
                            .writeValue(file.toFile(), CaseGraphBuilder.of(json, timeline, exhibits)));
            var manifest = new ReferralManifest(timeline, request, now, signer, exhibits, folder.parts());
            folder.add(
                    "manifest.json",
                    "application/json",
                    file -> json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), manifest.content()));
            return folder.sealed(container -> signer.sign(folder.parts(), now, container));
        }
    }
}
