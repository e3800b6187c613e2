package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A section of the navigation. The order decides where somebody with several roles lands. */
@TemplateData
public enum NavigationSection {
    ASSIGNMENT("/assignment", Set.of(PortalRoles.FIELD_UNIT), Set.of(PortalRoles.FIELD_UNIT)),
    COMMAND("/command-desk", Set.of(PortalRoles.COMMANDER), Set.of(PortalRoles.COMMANDER)),
    INCIDENTS(
            "/incidents",
            Set.of(PortalRoles.DISPATCHER),
            Set.of(PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.JUDICIAL_OFFICER)),
    ROADS("/road-closures", Set.of(), Set.of(PortalRoles.DISPATCHER, PortalRoles.COMMANDER)),
    SPOTS("/black-spots", Set.of(), Set.of(PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.ANALYST)),
    PATROLS("/patrol-plans", Set.of(), Set.of(PortalRoles.DISPATCHER, PortalRoles.COMMANDER)),
    UNITS("/units", Set.of(), Set.of(PortalRoles.DISPATCHER)),
    DOSSIERS(
            "/dossiers",
            Set.of(PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER),
            Set.of(PortalRoles.ANALYST, PortalRoles.JUDICIAL_OFFICER, PortalRoles.COMMANDER, PortalRoles.AUDITOR)),
    FOOTAGE("/known-footage", Set.of(), Set.of(PortalRoles.ANALYST)),
    INQUIRIES("/inquiries", Set.of(PortalRoles.INTERNAL_AFFAIRS), Set.of(PortalRoles.INTERNAL_AFFAIRS)),
    INTAKE("/intake", Set.of(PortalRoles.INTAKE_OFFICER), Set.of(PortalRoles.INTAKE_OFFICER)),
    REPORTS(
            "/reports",
            Set.of(),
            Set.of(
                    PortalRoles.INTAKE_OFFICER,
                    PortalRoles.ANALYST,
                    PortalRoles.JUDICIAL_OFFICER,
                    PortalRoles.DISPATCHER,
                    PortalRoles.COMMANDER,
                    PortalRoles.AUDITOR)),
    SOURCES("/sources", Set.of(), Set.of(PortalRoles.INTAKE_OFFICER)),
    ITEMS("/items", Set.of(), Set.of(PortalRoles.INTAKE_OFFICER)),
    LINKS("/missing-media", Set.of(), Set.of(PortalRoles.INTAKE_OFFICER)),
    AGEING("/ageing", Set.of(), Set.of(PortalRoles.INTAKE_OFFICER, PortalRoles.COMMANDER, PortalRoles.AUDITOR)),
    TEXTS("/answer-texts", Set.of(), Set.of(PortalRoles.INTAKE_OFFICER, PortalRoles.COMMANDER, PortalRoles.AUDITOR)),
    EXCHANGE("/exchange", Set.of(), Set.of(PortalRoles.COMMANDER, PortalRoles.AUDITOR)),
    COMMUNIQUES("/communiques", Set.of(), Set.of(PortalRoles.COMMANDER)),
    CLOCKS("/clocks", Set.of(PortalRoles.AUDITOR), Set.of(PortalRoles.COMMANDER, PortalRoles.AUDITOR)),
    AUDIT(
            "/audit",
            Set.of(PortalRoles.DATA_PROTECTION_OFFICER),
            Set.of(PortalRoles.AUDITOR, PortalRoles.DATA_PROTECTION_OFFICER));

    private final String path;
    private final Set<String> owners;
    private final Set<String> visitors;

    NavigationSection(String path, Set<String> owners, Set<String> visitors) {
        this.path = path;
        this.owners = owners;
        this.visitors = visitors;
    }

    /** The first desk that belongs to one of the roles. */
    static Optional<NavigationSection> ownedBy(Predicate<String> hasRole) {
        return List.of(values()).stream()
                .filter(desk -> desk.owners.stream().anyMatch(hasRole))
                .findFirst();
    }

    /** All desks that one of the roles may visit. */
    static List<NavigationSection> openTo(Predicate<String> hasRole) {
        return List.of(values()).stream()
                .filter(desk -> desk.visitors.stream().anyMatch(hasRole))
                .toList();
    }

    public String path() {
        return path;
    }

    /** The name of the desk's symbol in the sprite. */
    public String icon() {
        return "i-" + name().toLowerCase(Locale.ROOT);
    }
}
