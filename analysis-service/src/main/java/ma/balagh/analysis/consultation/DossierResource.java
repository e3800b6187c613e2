package ma.balagh.analysis.consultation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.examination.LocalizedFindings;
import ma.balagh.analysis.report.JoinPosition;
import ma.balagh.analysis.report.ReportCopy;
import ma.balagh.analysis.report.ReportCopyService;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reading dossiers: those of the caller's jurisdictions and compartments, as if there were no others. */
@Path("/api/v1/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR, Roles.INTERNAL_AFFAIRS})
class DossierResource {

    private final DossierService dossiers;
    private final DossierListRepository list;
    private final VisibleDossierService desk;
    private final ReportCopyService reports;
    private final Caller caller;
    private final Preconditions preconditions;

    DossierResource(
            DossierService dossiers,
            DossierListRepository list,
            VisibleDossierService desk,
            ReportCopyService reports,
            Caller caller,
            Preconditions preconditions) {
        this.dossiers = dossiers;
        this.list = list;
        this.desk = desk;
        this.reports = reports;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @GET
    @Transactional
    public Page<DossierRow> list(@BeanParam DossierCriteria filter, @BeanParam PageRequest page) {
        return Page.of(
                list.rows(ReportVisibility.of(caller), filter, page),
                page,
                filter.order().place());
    }

    /** Every look is logged; the tag is for {@code If-Match} when judging. */
    @GET
    @Path("{id}")
    @LocalizedFindings
    @Transactional
    public RestResponse<DossierView> get(UUID id, @Context HttpHeaders headers) {
        Dossier dossier = dossiers.find(id).orElseThrow(() -> CommonProblem.notFound("dossier " + id));
        desk.recordLook(id, purpose(headers));
        DossierView shown = desk.show(dossier);
        return RestResponse.ResponseBuilder.ok(shown)
                .tag(preconditions.tagOf(shown.forTag()))
                .build();
    }

    /** All that the caller may see, in the order in which they joined: a dossier shows only the first of very many. */
    @GET
    @Path("{id}/reports")
    @Transactional
    public Page<ReportCopy> reports(UUID id, @BeanParam PageRequest page, @Context HttpHeaders headers) {
        Dossier dossier = dossiers.find(id).orElseThrow(() -> CommonProblem.notFound("dossier " + id));
        desk.recordLook(id, purpose(headers));
        JoinPosition after = page.after(JoinPosition::read).orElse(JoinPosition.START);
        Page<ReportCopyService.Joined> joined = Page.of(
                reports.page(dossier.id(), ReportVisibility.of(caller), after, page.fetch()),
                page,
                ReportCopyService.Joined::place);
        return new Page<>(
                joined.items().stream().map(ReportCopyService.Joined::report).toList(), joined.next());
    }

    /** Dispatchers read that of presumed offences, of which they make referral files; nothing else of a dossier. */
    @GET
    @Path("{id}/evidence")
    @RolesAllowed({
        Roles.ANALYST,
        Roles.JUDICIAL_OFFICER,
        Roles.COMMANDER,
        Roles.AUDITOR,
        Roles.INTERNAL_AFFAIRS,
        Roles.DISPATCHER
    })
    @Transactional
    public Page<EvidenceInDossier> evidence(UUID id, @Context HttpHeaders headers) {
        Dossier dossier = dossiers.find(id).orElseThrow(() -> CommonProblem.notFound("dossier " + id));
        desk.recordLook(id, purpose(headers));
        return new Page<>(desk.evidence(dossier), null);
    }

    private static @Nullable String purpose(HttpHeaders headers) {
        return headers.getHeaderString(Purpose.HEADER) == null
                ? null
                : Purpose.of(headers).text();
    }
}
