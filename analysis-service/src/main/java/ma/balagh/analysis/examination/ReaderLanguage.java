package ma.balagh.analysis.examination;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.FindingTexts.Language;

/** The language of findings for the current request. */
@RequestScoped
public class ReaderLanguage {

    private final HttpHeaders headers;

    ReaderLanguage(HttpHeaders headers) {
        this.headers = headers;
    }

    public Language wanted() {
        return Language.wantedBy(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** All languages, the wanted one first: what was read may have been read in another one. */
    public Stream<Language> wantedFirst() {
        Language wanted = wanted();
        return Stream.concat(
                Stream.of(wanted), Arrays.stream(Language.values()).filter(language -> language != wanted));
    }
}
