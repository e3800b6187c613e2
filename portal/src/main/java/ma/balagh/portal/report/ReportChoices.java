package ma.balagh.portal.report;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.shell.Language;

/** What the registration form offers to choose from. */
@TemplateData
public record ReportChoices() {

    public List<Report.Channel> channels() {
        return List.of(Report.Channel.DESK, Report.Channel.CITIZEN, Report.Channel.SOCIAL, Report.Channel.PRESS);
    }

    public List<Language> languages() {
        return Language.all();
    }
}
