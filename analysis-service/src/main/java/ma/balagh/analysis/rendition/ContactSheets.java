package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import ma.balagh.analysis.media.ContactSheet;
import ma.balagh.analysis.media.Decoding.Still;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;

/** Contact sheets of stills, for people who ask. */
@ApplicationScoped
class ContactSheets {

    private final ContactSheet sheet;
    private final RenditionConfig config;

    ContactSheets(ContactSheet sheet, RenditionConfig config) {
        this.sheet = sheet;
        this.config = config;
    }

    /** @throws ProblemException 503 when it cannot be drawn now */
    byte[] of(List<Still> stills) {
        try {
            return sheet.draw(stills);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private ProblemException unavailable(Exception e) {
        ProblemException problem =
                CommonProblem.UNAVAILABLE.because("no sheet can be drawn now").retryAfter(config.comeAgain());
        problem.addSuppressed(e);
        return problem;
    }
}
