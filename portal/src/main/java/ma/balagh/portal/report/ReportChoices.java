package ma.balagh.portal.report;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.shell.PortalLanguage;

/** What the registration form offers to choose from. */
@TemplateData
public record ReportChoices() {

    public List<ReportResponse.Channel> channels() {
        return List.of(
                ReportResponse.Channel.DESK,
                ReportResponse.Channel.CITIZEN,
                ReportResponse.Channel.SOCIAL,
                ReportResponse.Channel.PRESS);
    }

    public List<PortalLanguage> languages() {
        return PortalLanguage.all();
    }
}
