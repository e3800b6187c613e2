package ma.balagh.portal.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.portal.evidence.MediaPageFactory;
import ma.balagh.portal.evidence.StatedPurpose;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.examination.ExaminationResponse;
import ma.balagh.portal.fact.FactsForm;
import ma.balagh.portal.referral.CourtDecisionClient;
import ma.balagh.portal.referral.CourtDecisionResponse;
import ma.balagh.portal.report.ReportClient;
import ma.balagh.portal.report.ReportResponse;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import ma.balagh.portal.upstream.ServiceProblemException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The dossier desk: the list, one dossier with its media, and the steps to a verdict. */
@Path("/dossiers")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
    PortalRoles.ANALYST,
    PortalRoles.JUDICIAL_OFFICER,
    PortalRoles.COMMANDER,
    PortalRoles.AUDITOR,
    PortalRoles.INTERNAL_AFFAIRS
})
class DossierPages {

    private static final int PAGE_SIZE = 40;
    private static final Pattern RECEIPT = Pattern.compile("BLG(-?[0-9A-Z]{4}){2,4}", Pattern.CASE_INSENSITIVE);

    private final AnalysisClient analysis;
    private final ReportClient reports;
    private final CourtDecisionClient courts;
    private final ViewingPass.Office passes;
    private final StatedPurpose said;
    private final MediaPageFactory media;
    private final Viewer viewer;

    DossierPages(
            @RestClient AnalysisClient analysis,
            @RestClient ReportClient reports,
            @RestClient CourtDecisionClient courts,
            ViewingPass.Office passes,
            StatedPurpose said,
            MediaPageFactory media,
            Viewer viewer) {
        this.analysis = analysis;
        this.reports = reports;
        this.courts = courts;
        this.passes = passes;
        this.said = said;
        this.media = media;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "dossier", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DossierList(ResponsePage<DossierRowResponse> dossiers, DossierFilter filter) implements TemplateInstance {}

    @CheckedTemplate(basePath = "dossier", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DossierPage(
            DossierResponse dossier,
            VerdictPermissions desk,
            DossierActPermissions acts,
            List<CourtDecisionResponse> decisions)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "dossier", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MediaView(DossierResponse dossier, Map<UUID, String> passes, String purpose, boolean mayMark)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("verdict") @Nullable String verdict,
            @QueryParam("q") @Nullable String words,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort) {
        DossierFilter filter = DossierFilter.of(state, verdict, words, cursor, sort);
        UUID reportId = reportOf(filter.words());
        return new DossierList(
                analysis.list(
                        filter.stateName(),
                        filter.verdictName(),
                        reportId == null ? filter.words() : null,
                        reportId,
                        filter.sort(),
                        filter.cursor(),
                        PAGE_SIZE),
                filter);
    }

    /** The report of a receipt, which analysis does not know: its dossier is looked for by the report's id. */
    private @Nullable UUID reportOf(@Nullable String words) {
        if (words == null || !RECEIPT.matcher(words).matches()) {
            return null;
        }
        PagePart<ResponsePage<ReportResponse>> named = PagePart.of(() -> reports.list(null, words, null, 1));
        return named.isPresent() && !named.value().isEmpty()
                ? named.value().items().getFirst().id()
                : null;
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        RestResponse<DossierResponse> answer = analysis.readTagged(id);
        DossierResponse dossier = answer.getEntity();
        String tag = answer.getHeaderString(HttpHeaders.ETAG);
        return new DossierPage(
                dossier,
                VerdictPermissions.of(dossier, tag, viewer),
                DossierActPermissions.of(dossier, tag, viewer),
                decisions(dossier.incident()));
    }

    /** What courts decided since, where the viewer may know it and dispatch answers. */
    private List<CourtDecisionResponse> decisions(DossierResponse.@Nullable Intervention incident) {
        if (incident == null
                || incident.court() == null
                || !viewer.hasAny(
                        PortalRoles.ANALYST,
                        PortalRoles.JUDICIAL_OFFICER,
                        PortalRoles.COMMANDER,
                        PortalRoles.AUDITOR)) {
            return List.of();
        }
        var told = PagePart.of(() -> courts.decisions(incident.id()));
        return told.isPresent() ? told.value().items() : List.of();
    }

    /** The media, for somebody who said why. The purpose travels sealed in their addresses. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/viewing")
    public TemplateInstance view(UUID id, @RestForm @Nullable String purpose) {
        ViewingPass pass = ViewingPass.forPurpose(purpose);
        said.keep("/dossiers/" + id, pass);
        DossierResponse dossier = analysis.read(id, pass.header());
        Map<UUID, String> sealed = dossier.evidence().stream()
                .collect(Collectors.toMap(
                        DossierResponse.Evidence::id, evidence -> passes.seal(passFor(pass, dossier, evidence))));
        return media.of(
                new MediaView(
                        dossier,
                        sealed,
                        pass.purpose(),
                        VerdictPermissions.of(dossier, null, viewer).mayPropose()),
                "/dossiers/" + id);
    }

    private static ViewingPass passFor(ViewingPass pass, DossierResponse dossier, DossierResponse.Evidence evidence) {
        ExaminationResponse examination = dossier.examinationOf(evidence.id());
        return examination == null ? pass.of(evidence.id()) : pass.of(evidence.id(), examination.id());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/urgency")
    @RolesAllowed({PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER})
    public Response changeUrgency(UUID id, @BeanParam UrgencyForm form) {
        if (form.isBack()) {
            analysis.revertUrgency(id, form.read());
        } else {
            analysis.changeUrgency(id, form.read(), form.command());
        }
        return FlashMessage.URGENCY_CHANGED.then(viewer, "/dossiers/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/verdict-proposals")
    @RolesAllowed({PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER})
    public Response propose(UUID id, @BeanParam ProposalForm form, @BeanParam FactsForm facts) {
        VerdictCommands.Propose proposal = form.command(facts);
        try {
            analysis.propose(id, FormInputParser.text(form.tag()), IdempotencyKeyFactory.of(form.key()), proposal);
        } catch (ServiceProblemException refused) {
            throw refused.naming(FactsForm::nameOf);
        }
        return FlashMessage.VERDICT_PROPOSED.then(viewer, "/dossiers/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/verdict-proposals/{proposalId}/decision")
    @RolesAllowed(PortalRoles.JUDICIAL_OFFICER)
    public Response decide(
            UUID id,
            UUID proposalId,
            @RestForm @Nullable String key,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String reason) {
        var choice = new VerdictCommands.Decide(FormInputParser.text(decision), FormInputParser.text(reason));
        analysis.decide(id, proposalId, FormInputParser.text(tag), IdempotencyKeyFactory.of(key), choice);
        boolean confirmed = DossierResponse.Choice.CONFIRM.name().equals(decision);
        if (!confirmed) {
            return FlashMessage.VERDICT_REFUSED.then(viewer, "/dossiers/" + id);
        }
        // After misconduct is confirmed the dossier exists no more for whoever confirmed it.
        boolean stillSeen = PagePart.of(() -> analysis.read(id)).isPresent();
        return FlashMessage.VERDICT_CONFIRMED.then(viewer, stillSeen ? "/dossiers/" + id : "/dossiers");
    }
}
