package ma.balagh.portal.examination;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.portal.evidence.EvidenceClient;
import ma.balagh.portal.evidence.MediaPageFactory;
import ma.balagh.portal.evidence.StatedPurpose;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.upstream.PagePart;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The laboratory's work on one evidence, its pictures one by one, and both sides of a match. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
    PortalRoles.ANALYST,
    PortalRoles.JUDICIAL_OFFICER,
    PortalRoles.COMMANDER,
    PortalRoles.AUDITOR,
    PortalRoles.INTERNAL_AFFAIRS
})
class ExaminationPages {

    private final ExaminationClient laboratory;
    private final EvidenceClient evidence;
    private final ViewingPass.Office passes;
    private final StatedPurpose said;
    private final MediaPageFactory media;

    ExaminationPages(
            @RestClient ExaminationClient laboratory,
            @RestClient EvidenceClient evidence,
            ViewingPass.Office passes,
            StatedPurpose said,
            MediaPageFactory media) {
        this.laboratory = laboratory;
        this.evidence = evidence;
        this.passes = passes;
        this.said = said;
        this.media = media;
    }

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ExaminationPage(
            ExaminationResponse examination,
            PagePart<EvidenceClient.Description> medium,
            @Nullable UUID dossierId) implements TemplateInstance {}

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Bench(ExaminationResponse examination, @Nullable UUID dossierId, String pass, String purpose)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ComparisonPage(
            ExaminationResponse examination,
            boolean image,
            MatchResponse match,
            UUID otherEvidenceId,
            boolean otherImage,
            @Nullable ExaminationResponse other,
            @Nullable UUID dossierId,
            String pass,
            String otherPass)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Pairs(
            ExaminationResponse examination,
            MatchResponse match,
            @Nullable ExaminationResponse other,
            String pass,
            String otherPass)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ContactSheet(
            ExaminationResponse examination,
            PagePart<EvidenceClient.Description> medium,
            @Nullable UUID dossierId,
            String pass,
            String purpose)
            implements TemplateInstance {}

    /** @param dossierId where the viewer comes from, to lead back there */
    @GET
    @Path("examinations/{id}")
    public TemplateInstance read(UUID id, @QueryParam("dossier") @Nullable UUID dossierId) {
        ExaminationResponse examination = laboratory.read(id);
        return new ExaminationPage(examination, describe(examination.evidenceId()), dossierId);
    }

    /** The pictures, for somebody who said why. The purpose travels sealed in their addresses. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("examinations/{id}/viewing")
    public TemplateInstance view(
            UUID id, @QueryParam("dossier") @Nullable UUID dossierId, @RestForm @Nullable String purpose) {
        ViewingPass pass = ViewingPass.forPurpose(purpose);
        said.keep("/examinations/" + id, pass);
        ExaminationResponse examination = laboratory.read(id);
        String back = "/examinations/" + id + (dossierId == null ? "" : "?dossier=" + dossierId);
        return media.of(new Bench(examination, dossierId, sealed(pass, examination), pass.purpose()), back);
    }

    /** Two media beside each other at the seconds that show the same, for somebody who said why. */
    @GET
    @Path("examinations/{id}/comparison")
    public TemplateInstance compare(
            UUID id,
            @QueryParam("other") @Nullable UUID otherId,
            @QueryParam("dossier") @Nullable UUID dossierId,
            @QueryParam("pass") @Nullable String pass) {
        ViewingPass opened = passes.open(pass, id);
        UUID other = required(otherId);
        ExaminationResponse examination = laboratory.read(id);
        MatchResponse match = match(examination, other);
        ExaminationResponse otherExamination = examinationOf(other);
        return new ComparisonPage(
                examination,
                isImage(examination.evidenceId()),
                match,
                other,
                isImage(other),
                otherExamination,
                dossierId,
                sealed(opened, examination),
                sealed(opened, other, otherExamination));
    }

    /** Stills of both, piece by piece: a part of the pages that show the match. */
    @GET
    @Path("examinations/{id}/pairs")
    public TemplateInstance pairs(
            UUID id, @QueryParam("other") @Nullable UUID otherId, @QueryParam("pass") @Nullable String pass) {
        ViewingPass opened = passes.open(pass, id);
        UUID other = required(otherId);
        ExaminationResponse examination = laboratory.read(id);
        MatchResponse match = match(examination, other);
        ExaminationResponse otherExamination = examinationOf(other);
        return new Pairs(
                examination,
                match,
                otherExamination,
                sealed(opened, examination),
                sealed(opened, other, otherExamination));
    }

    /** All stills on one sheet, to be printed. */
    @GET
    @Path("examinations/{id}/sheet")
    public TemplateInstance sheet(
            UUID id, @QueryParam("dossier") @Nullable UUID dossierId, @QueryParam("pass") @Nullable String pass) {
        ViewingPass opened = passes.open(pass, id);
        ExaminationResponse examination = laboratory.read(id);
        return new ContactSheet(
                examination,
                describe(examination.evidenceId()),
                dossierId,
                sealed(opened, examination),
                opened.purpose());
    }

    private String sealed(ViewingPass pass, ExaminationResponse examination) {
        return passes.seal(pass.of(examination.evidenceId(), examination.id()));
    }

    /** Of what this one matches: shown beside it for the same purpose. */
    private String sealed(ViewingPass pass, UUID evidenceId, @Nullable ExaminationResponse examination) {
        return passes.seal(examination == null ? pass.of(evidenceId) : pass.of(evidenceId, examination.id()));
    }

    private static UUID required(@Nullable UUID otherId) {
        if (otherId == null) {
            throw new NotFoundException();
        }
        return otherId;
    }

    private static MatchResponse match(ExaminationResponse examination, UUID otherId) {
        return examination.matchWith(otherId).orElseThrow(NotFoundException::new);
    }

    private PagePart<EvidenceClient.Description> describe(UUID evidenceId) {
        return PagePart.of(() -> evidence.describe(evidenceId));
    }

    /** Intake says what it is; while it cannot, a medium counts as a video, as most are. */
    private boolean isImage(UUID evidenceId) {
        PagePart<EvidenceClient.Description> described = describe(evidenceId);
        return described.isPresent() && described.value().isImage();
    }

    private @Nullable ExaminationResponse examinationOf(UUID evidenceId) {
        var found = PagePart.of(() -> laboratory.of(evidenceId));
        return found.isPresent() && !found.value().isEmpty()
                ? found.value().items().getFirst()
                : null;
    }
}
