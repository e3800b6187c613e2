package ma.balagh.portal.command;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.incident.IncidentRow;
import ma.balagh.portal.referral.RightsResponse;

/** An incident where rights of somebody arrested are missing, and which. */
@TemplateData
public record RightsLine(IncidentRow incident, RightsResponse rights) {

    public List<RightsResponse.Person> wronged() {
        return rights.persons().stream()
                .filter(person -> !person.missing().isEmpty())
                .toList();
    }
}
