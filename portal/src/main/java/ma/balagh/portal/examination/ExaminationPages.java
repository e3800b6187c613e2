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
import ma.balagh.portal.evidence.EvidenceService;
import ma.balagh.portal.evidence.MediaPageFactory;
import ma.balagh.portal.evidence.SaidPurpose;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.upstream.Part;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The laboratory's work on one evidence, its pictures one by one, and both sides of a match. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR, Roles.INTERNAL_AFFAIRS})
class ExaminationPages {

    private final ExaminationService laboratory;
    private final EvidenceService evidence;
    private final ViewingPass.Office passes;
    private final SaidPurpose said;
    private final MediaPageFactory media;

    ExaminationPages(
            @RestClient ExaminationService laboratory,
            @RestClient EvidenceService evidence,
            ViewingPass.Office passes,
            SaidPurpose said,
            MediaPageFactory media) {
        this.laboratory = laboratory;
        this.evidence = evidence;
        this.passes = passes;
        this.said = said;
        this.media = media;
    }

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ExaminationPage(
            Examination examination,
            Part<EvidenceService.Description> medium,
            @Nullable UUID dossierId) implements TemplateInstance {}

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Bench(Examination examination, @Nullable UUID dossierId, String pass, String purpose)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ComparisonPage(
            Examination examination,
            boolean image,
            Match match,
            UUID otherEvidenceId,
            boolean otherImage,
            @Nullable Examination other,
            @Nullable UUID dossierId,
            String pass,
            String otherPass)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Pairs(
            Examination examination, Match match, @Nullable Examination other, String pass, String otherPass)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "examination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ContactSheet(
            Examination examination,
            Part<EvidenceService.Description> medium,
            @Nullable UUID dossierId,
            String pass,
            String purpose)
            implements TemplateInstance {}

    /** @param dossierId where the viewer comes from, to lead back there */
    @GET
    @Path("examinations/{id}")
    public TemplateInstance read(UUID id, @QueryParam("dossier") @Nullable UUID dossierId) {
        Examination examination = laboratory.read(id);
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
        Examination examination = laboratory.read(id);
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
        Examination examination = laboratory.read(id);
        Match match = match(examination, other);
        Examination otherExamination = examinationOf(other);
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
        Examination examination = laboratory.read(id);
        Match match = match(examination, other);
        Examination otherExamination = examinationOf(other);
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
        Examination examination = laboratory.read(id);
        return new ContactSheet(
                examination,
                describe(examination.evidenceId()),
                dossierId,
                sealed(opened, examination),
                opened.purpose());
    }

    private String sealed(ViewingPass pass, Examination examination) {
        return passes.seal(pass.of(examination.evidenceId(), examination.id()));
    }

    /** Of what this one matches: shown beside it for the same purpose. */
    private String sealed(ViewingPass pass, UUID evidenceId, @Nullable Examination examination) {
        return passes.seal(examination == null ? pass.of(evidenceId) : pass.of(evidenceId, examination.id()));
    }

    private static UUID required(@Nullable UUID otherId) {
        if (otherId == null) {
            throw new NotFoundException();
        }
        return otherId;
    }

    private static Match match(Examination examination, UUID otherId) {
        return examination.matchWith(otherId).orElseThrow(NotFoundException::new);
    }

    private Part<EvidenceService.Description> describe(UUID evidenceId) {
        return Part.of(() -> evidence.describe(evidenceId));
    }

    /** Intake says what it is; while it cannot, a medium counts as a video, as most are. */
    private boolean isImage(UUID evidenceId) {
        Part<EvidenceService.Description> described = describe(evidenceId);
        return described.isPresent() && described.value().isImage();
    }

    private @Nullable Examination examinationOf(UUID evidenceId) {
        var found = Part.of(() -> laboratory.of(evidenceId));
        return found.isPresent() && !found.value().isEmpty()
                ? found.value().items().getFirst()
                : null;
    }
}
