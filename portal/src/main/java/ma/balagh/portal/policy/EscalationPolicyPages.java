package ma.balagh.portal.policy;

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
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.FormRefusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How long each stage of an incident should last, and who is called for when it lasts longer. */
@Path("/escalation-policies")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER})
class EscalationPolicyPages {

    private final EscalationPolicyClient policies;
    private final Viewer viewer;

    EscalationPolicyPages(@RestClient EscalationPolicyClient policies, Viewer viewer) {
        this.policies = policies;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "policy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PolicyList(List<EscalationPolicyResponse> policies, List<IncidentTypeCode> types)
            implements TemplateInstance {}

    /** @param isOwn whether the policy was set for this very territory and type, rather than for a wider one */
    @CheckedTemplate(basePath = "policy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PolicyPage(
            String jurisdiction,
            @Nullable IncidentTypeCode incidentType,
            EscalationPolicyResponse policy,
            boolean isOwn,
            EscalationPolicyForm form,
            FormRefusal refusal)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        return new PolicyList(policies.list().items(), List.of(IncidentTypeCode.values()));
    }

    /** The policy that applies there, which may be that of a wider territory. */
    @GET
    @Path("of")
    public TemplateInstance read(
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("incidentType") @Nullable String incidentType) {
        String territory = FormInputParser.text(jurisdiction);
        if (territory == null) {
            return list();
        }
        return page(territory, typeOf(incidentType), null, FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("of")
    public Response put(
            @RestForm String jurisdiction,
            @RestForm @Nullable String incidentType,
            @BeanParam EscalationPolicyForm form) {
        IncidentTypeCode type = typeOf(incidentType);
        return FormSubmission.of(
                EscalationPolicyForm.FIELDS,
                () -> {
                    policies.put(jurisdiction, type, FormInputParser.text(form.tag()), form.command());
                    return FlashMessage.TARGETS_SET.then(viewer, addressOf(jurisdiction, type));
                },
                refusal -> page(jurisdiction, type, form, refusal));
    }

    /** @param sent what was filled in; nothing for what the policy says */
    private TemplateInstance page(
            String jurisdiction,
            @Nullable IncidentTypeCode incidentType,
            @Nullable EscalationPolicyForm sent,
            FormRefusal refusal) {
        RestResponse<EscalationPolicyResponse> answer = policies.applying(jurisdiction, incidentType);
        EscalationPolicyResponse policy = answer.getEntity();
        String tag = answer.getHeaderString(HttpHeaders.ETAG);
        EscalationPolicyForm form =
                sent == null ? EscalationPolicyForm.of(policy, tag) : refusal.isStale() ? sent.over(tag) : sent;
        boolean isOwn =
                jurisdiction.equals(policy.jurisdiction()) && Objects.equals(incidentType, policy.incidentType());
        return new PolicyPage(jurisdiction, incidentType, policy, isOwn, form, refusal);
    }

    private static @Nullable IncidentTypeCode typeOf(@Nullable String name) {
        return Arrays.stream(IncidentTypeCode.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String addressOf(String jurisdiction, @Nullable IncidentTypeCode incidentType) {
        UriBuilder address = UriBuilder.fromPath("/escalation-policies/of").queryParam("jurisdiction", jurisdiction);
        return (incidentType == null ? address : address.queryParam("incidentType", incidentType))
                .build()
                .toString();
    }
}
