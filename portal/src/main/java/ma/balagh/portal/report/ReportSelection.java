package ma.balagh.portal.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.upstream.ServiceProblemException;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The reports that were selected in the list, and what is to be done with all of them.
 *
 * @param reports each by id and receipt
 * @param dossier its id, or the address of its page
 */
record ReportSelection(
        @RestForm @Nullable String key,
        @RestForm List<String> reports,
        @RestForm @Nullable String act,
        @RestForm @Nullable String dossier,
        @RestForm @Nullable String reason) {

    private static final Pattern ID_OF_SEVERAL = Pattern.compile("^\\S++ ");

    /** What can be done with many reports at once. */
    enum Act {
        ATTACH,
        SET_ASIDE,
        NO_RECORDING
    }

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern PLACE = Pattern.compile("reportIds\\[(\\d{1,4})]");

    Act chosen() {
        return Arrays.stream(Act.values())
                .filter(each -> each.name().equals(act))
                .findFirst()
                .orElseThrow(() -> new FormInputParser.WrongInput("act"));
    }

    List<String> ids() {
        return reports.stream().map(report -> report.split(" ", 2)[0]).toList();
    }

    UUID dossierId() {
        return Optional.ofNullable(dossier).map(ID::matcher).filter(Matcher::find).stream()
                .map(found -> UUID.fromString(found.group()))
                .findFirst()
                .orElseThrow(() -> new FormInputParser.WrongInput("dossierId"));
    }

    /** A service says at which place of the request a report stands; people know it by its receipt. */
    ServiceProblemException byReceipt(ServiceProblemException problem) {
        return problem.naming(field -> {
            Matcher place = PLACE.matcher(field);
            int index = place.matches() ? Integer.parseInt(place.group(1)) : reports.size();
            return index < reports.size()
                    ? ID_OF_SEVERAL.matcher(reports.get(index)).replaceFirst("")
                    : field;
        });
    }
}
