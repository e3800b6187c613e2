package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A place to work at. The order decides where somebody with several roles lands. */
@TemplateData
public enum Desk {
    ASSIGNMENT("/assignment", Set.of(Roles.FIELD_UNIT), Set.of(Roles.FIELD_UNIT)),
    INCIDENTS(
            "/incidents", Set.of(Roles.DISPATCHER), Set.of(Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER)),
    DOSSIERS(
            "/dossiers",
            Set.of(Roles.ANALYST, Roles.JUDICIAL_OFFICER),
            Set.of(Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR)),
    FOOTAGE("/known-footage", Set.of(), Set.of(Roles.ANALYST)),
    INQUIRIES("/inquiries", Set.of(Roles.INTERNAL_AFFAIRS), Set.of(Roles.INTERNAL_AFFAIRS)),
    INTAKE("/intake", Set.of(Roles.INTAKE_OFFICER), Set.of(Roles.INTAKE_OFFICER)),
    REPORTS(
            "/reports",
            Set.of(),
            Set.of(
                    Roles.INTAKE_OFFICER,
                    Roles.ANALYST,
                    Roles.JUDICIAL_OFFICER,
                    Roles.DISPATCHER,
                    Roles.COMMANDER,
                    Roles.AUDITOR)),
    SOURCES("/sources", Set.of(), Set.of(Roles.INTAKE_OFFICER)),
    ITEMS("/items", Set.of(), Set.of(Roles.INTAKE_OFFICER)),
    LINKS("/missing-media", Set.of(), Set.of(Roles.INTAKE_OFFICER)),
    AGEING("/ageing", Set.of(), Set.of(Roles.INTAKE_OFFICER, Roles.COMMANDER, Roles.AUDITOR)),
    TEXTS("/answer-texts", Set.of(), Set.of(Roles.INTAKE_OFFICER, Roles.COMMANDER, Roles.AUDITOR)),
    CLOCKS("/clocks", Set.of(Roles.COMMANDER, Roles.AUDITOR), Set.of(Roles.COMMANDER, Roles.AUDITOR));

    private final String path;
    private final Set<String> owners;
    private final Set<String> visitors;

    Desk(String path, Set<String> owners, Set<String> visitors) {
        this.path = path;
        this.owners = owners;
        this.visitors = visitors;
    }

    /** The first desk that belongs to one of the roles. */
    static Optional<Desk> ownedBy(Predicate<String> hasRole) {
        return List.of(values()).stream()
                .filter(desk -> desk.owners.stream().anyMatch(hasRole))
                .findFirst();
    }

    /** All desks that one of the roles may visit. */
    static List<Desk> openTo(Predicate<String> hasRole) {
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
