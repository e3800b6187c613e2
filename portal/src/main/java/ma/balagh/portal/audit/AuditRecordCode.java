package ma.balagh.portal.audit;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** What a record is, with its page and the roles that may open it. */
@TemplateData
public enum AuditRecordCode {
    AUDIT,
    EVIDENCE(
            "/evidence/{id}/custody",
            Set.of(
                    PortalRoles.INTAKE_OFFICER,
                    PortalRoles.ANALYST,
                    PortalRoles.JUDICIAL_OFFICER,
                    PortalRoles.DISPATCHER,
                    PortalRoles.INTERNAL_AFFAIRS,
                    PortalRoles.COMMANDER,
                    PortalRoles.AUDITOR)),
    REPORT(
            "/reports/{id}",
            Set.of(
                    PortalRoles.INTAKE_OFFICER,
                    PortalRoles.ANALYST,
                    PortalRoles.JUDICIAL_OFFICER,
                    PortalRoles.DISPATCHER,
                    PortalRoles.INTERNAL_AFFAIRS,
                    PortalRoles.COMMANDER,
                    PortalRoles.AUDITOR)),
    ITEM("/items/{id}", Set.of(PortalRoles.INTAKE_OFFICER)),
    MEDIA_LINK("/missing-media/{id}", Set.of(PortalRoles.INTAKE_OFFICER)),
    SOURCE("/sources/{id}", Set.of(PortalRoles.INTAKE_OFFICER)),
    CALLBACK,
    WEBHOOK,
    TERMS,
    ANSWER_TEXT,
    EXAMINATION(
            "/examinations/{id}",
            Set.of(
                    PortalRoles.ANALYST,
                    PortalRoles.JUDICIAL_OFFICER,
                    PortalRoles.INTERNAL_AFFAIRS,
                    PortalRoles.COMMANDER,
                    PortalRoles.AUDITOR)),
    DOSSIER(
            "/dossiers/{id}",
            Set.of(
                    PortalRoles.ANALYST,
                    PortalRoles.JUDICIAL_OFFICER,
                    PortalRoles.INTERNAL_AFFAIRS,
                    PortalRoles.COMMANDER,
                    PortalRoles.AUDITOR)),
    INCIDENT("/incidents/{id}", Set.of(PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.JUDICIAL_OFFICER)),
    UNIT("/unit-tracks/{id}", Set.of(PortalRoles.DISPATCHER, PortalRoles.COMMANDER)),
    CLOCK,
    DESK,
    INQUIRY("/inquiries/{id}", Set.of(PortalRoles.INTERNAL_AFFAIRS)),
    COMMUNIQUE("/communiques/{id}", Set.of(PortalRoles.COMMANDER)),
    PATROL_PLAN("/patrol-plans/{id}", Set.of(PortalRoles.DISPATCHER, PortalRoles.COMMANDER)),
    HELP_REQUEST,
    RUN_CARD,
    ESCALATION_POLICY,
    ROAD_CLOSURE;

    private final @Nullable String page;
    private final Set<String> readers;

    AuditRecordCode() {
        this.page = null;
        this.readers = Set.of();
    }

    AuditRecordCode(String page, Set<String> readers) {
        this.page = page;
        this.readers = readers;
    }

    /** Nothing for what is new to us. */
    static @Nullable AuditRecordCode of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Where the viewer can open it; nothing where it has no page, or none for them. */
    @Nullable
    String pageOf(@Nullable UUID id, Viewer viewer) {
        return page == null || id == null || readers.stream().noneMatch(viewer::has)
                ? null
                : page.replace("{id}", id.toString());
    }
}
