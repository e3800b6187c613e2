package ma.balagh.portal.patrol;

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
import java.time.Clock;
import java.util.UUID;
import ma.balagh.portal.incident.PlaceNameService;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.FormRefusal;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Patrol plans: who goes where, when and why; what was delivered. */
@Path("/patrol-plans")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PatrolPlanPages {

    private static final int PAGE_SIZE = 50;
    private static final String ALL = "/patrol-plans";

    private final PatrolPlanClient plans;
    private final SpotKnowledge spots;
    private final PlaceNameService gazetteer;
    private final Viewer viewer;
    private final Clock clock;

    PatrolPlanPages(
            @RestClient PatrolPlanClient plans,
            SpotKnowledge spots,
            PlaceNameService gazetteer,
            Viewer viewer,
            Clock clock) {
        this.plans = plans;
        this.spots = spots;
        this.gazetteer = gazetteer;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "patrol", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PatrolPlanList(
            ResponsePage<PatrolPlanSummaryResponse> plans,
            @Nullable String cursor) implements TemplateInstance {}

    @CheckedTemplate(basePath = "patrol", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PatrolPlanFormPage(PatrolPlanForm form, FormRefusal refusal) implements TemplateInstance {}

    @CheckedTemplate(basePath = "patrol", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PatrolEffectPage(PatrolEffectResponse effect) implements TemplateInstance {}

    @CheckedTemplate(basePath = "patrol", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PatrolPlanPage(
            PatrolPlanResponse plan,
            PatrolDosageResponse dosage,
            VisitObservationsResponse observed,
            PatrolMap map,
            KnownSpots known,
            String tag,
            boolean approves,
            boolean withdraws)
            implements TemplateInstance {}

    @GET
    @RolesAllowed({PortalRoles.COMMANDER, PortalRoles.DISPATCHER})
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        String after = FormInputParser.text(cursor);
        return new PatrolPlanList(plans.list(null, null, null, after, PAGE_SIZE), after);
    }

    @GET
    @Path("new")
    @RolesAllowed({PortalRoles.COMMANDER, PortalRoles.DISPATCHER})
    public TemplateInstance form(@BeanParam ChosenPlace chosen) {
        String jurisdiction = FormInputParser.text(chosen.jurisdiction());
        var form = PatrolPlanForm.empty(
                viewer.onceKey(),
                jurisdiction == null ? viewer.onlyJurisdiction() : jurisdiction,
                chosen.place(gazetteer, viewer.language()),
                clock.instant());
        return new PatrolPlanFormPage(form, FormRefusal.NONE);
    }

    @POST
    @RolesAllowed({PortalRoles.COMMANDER, PortalRoles.DISPATCHER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@BeanParam PatrolPlanForm form) {
        return FormSubmission.of(
                PatrolPlanForm.FIELDS,
                () -> FlashMessage.PATROL_PLAN_MADE.then(
                        viewer, at(plans.make(IdempotencyKeyFactory.of(form.key()), form.command(gazetteer)))),
                refusal -> new PatrolPlanFormPage(form, refusal));
    }

    @GET
    @Path("effect")
    @RolesAllowed({PortalRoles.COMMANDER, PortalRoles.DISPATCHER})
    public TemplateInstance effect() {
        return new PatrolEffectPage(plans.effect());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({PortalRoles.COMMANDER, PortalRoles.DISPATCHER})
    public TemplateInstance read(UUID id) {
        var answer = plans.read(id);
        String tag = answer.getHeaderString(HttpHeaders.ETAG);
        PatrolPlanResponse plan = answer.getEntity();
        return new PatrolPlanPage(
                plan,
                plans.dosage(id),
                plans.observations(id),
                PatrolMap.of(plan.spots()),
                known(plan),
                tag == null ? "" : tag,
                plan.isProposed() && viewer.has(PortalRoles.COMMANDER),
                plan.isWithdrawable(clock.instant()) && viewer.has(PortalRoles.COMMANDER));
    }

    /** The page is there without them. */
    private KnownSpots known(PatrolPlanResponse plan) {
        var known = PagePart.of(() -> spots.known(plan.jurisdiction())).orNothing();
        return known == null ? KnownSpots.NONE : known;
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(PortalRoles.COMMANDER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(UUID id, @RestForm @Nullable String tag) {
        return FlashMessage.PATROL_PLAN_APPROVED.then(viewer, at(plans.approve(id, FormInputParser.text(tag))));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(PortalRoles.COMMANDER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(UUID id, @RestForm @Nullable String reason) {
        var command = new PatrolPlanClient.Withdraw(FormInputParser.text(reason));
        return FlashMessage.PATROL_PLAN_WITHDRAWN.then(viewer, at(plans.withdraw(id, command)));
    }

    private static String at(PatrolPlanResponse plan) {
        return ALL + "/" + plan.id();
    }
}
