package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.messaging.Outbox;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** Officers' answers to reports that stand in no dossier: all of a request, or none. */
@ApplicationScoped
class HandAnswerService {

    private final ReportRepository repository;
    private final ReportMedia media;
    private final Outbox outbox;
    private final ReceiptListener watch;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    HandAnswerService(
            ReportRepository repository,
            ReportMedia media,
            Outbox outbox,
            ReceiptListener watch,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.repository = repository;
        this.media = media;
        this.outbox = outbox;
        this.watch = watch;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /** @throws ma.balagh.http.ProblemException 409 with each report that cannot be answered so; none is changed then */
    @Transactional
    int give(AnswerReports.Accepted command, String by) {
        List<UUID> ids = command.reportIds();
        Map<UUID, Report> found =
                repository.lock(ids).stream().collect(Collectors.toMap(Report::id, Function.identity()));
        // A recording in the compartment is one, too.
        var mediaOf = serviceWork.call(() -> media.of(ids));
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < ids.size(); i++) {
            Violation obstacle = obstacle(
                    "reportIds[" + i + "]", command.answer(), found.get(ids.get(i)), mediaOf.containsKey(ids.get(i)));
            if (obstacle != null) {
                violations.add(obstacle);
            }
        }
        if (!violations.isEmpty()) {
            throw IntakeProblem.NOT_ALL_REPORTS.because("none was answered: see the violations", violations);
        }
        answer(found.values(), command, by);
        return found.size();
    }

    private static @Nullable Violation obstacle(
            String field, HandAnswer answer, @Nullable Report report, boolean hasMedium) {
        if (report == null) {
            return new Violation(field, ViolationCode.NOT_FOUND, "does not exist or is not yours to see");
        }
        return switch (report.status()) {
            case UNDER_EXAMINATION ->
                new Violation(field, ViolationCode.UNDER_EXAMINATION, "is under examination: its dossier answers it");
            case ANSWERED -> new Violation(field, ViolationCode.ANSWERED, "is answered already");
            case RECEIVED ->
                answer == HandAnswer.NO_RECORDING && hasMedium
                        ? new Violation(field, ViolationCode.HAS_RECORDING, "has a recording")
                        : null;
        };
    }

    private void answer(Collection<Report> reports, AnswerReports.Accepted command, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        reports.forEach(
                report -> report.answerByHand(new Answer(command.answer().kind(), null, now)));
        repository.flush();
        repository.decided(command, by, now);
        for (Report report : reports) {
            watch.changed(report);
            outbox.publish(new ReportAnswered(
                    report.id(), report.jurisdiction(), command.answer().kind(), now));
        }
    }
}
