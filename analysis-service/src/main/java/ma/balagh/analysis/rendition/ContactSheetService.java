package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import ma.balagh.analysis.examination.VisibleExaminationService;
import ma.balagh.analysis.examination.VisibleExaminationService.Seen;
import ma.balagh.analysis.media.ContactSheetRenderer;
import ma.balagh.analysis.media.DecodingResult.Still;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;

/** Draws contact sheets of an examination's stills on request, with limited concurrency. */
@ApplicationScoped
class ContactSheetService {

    private final VisibleExaminationService examinations;
    private final ContactSheetRenderer sheet;
    private final ConcurrencyLimiter limiter;

    ContactSheetService(
            VisibleExaminationService examinations, ContactSheetRenderer sheet, ConcurrencyLimiter limiter) {
        this.examinations = examinations;
        this.sheet = sheet;
        this.limiter = limiter;
    }

    /** @throws ProblemException when there are no stills, too many look at this moment, or it cannot be drawn now */
    byte[] of(Seen examination) {
        examination.requireKept();
        try (var unused = limiter.enter()) {
            List<Still> stills = examinations.stills(examination);
            if (stills.isEmpty()) {
                throw CommonProblem.notFound("a still of this examination");
            }
            return sheet.draw(stills);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw limiter.unavailable("no sheet can be drawn now", e);
        } catch (IOException e) {
            throw limiter.unavailable("no sheet can be drawn now", e);
        }
    }
}
