package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.MisconductEvent;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.CommonProblem;

/** Opens and closes inquiries. It logs no id and publishes nothing: others must not learn that there is one. */
@ApplicationScoped
class InquiryService {

    private final InquiryRepository repository;
    private final Timestamps moments;

    InquiryService(InquiryRepository repository, Timestamps moments) {
        this.repository = repository;
        this.moments = moments;
    }

    @Transactional
    void apply(MisconductEvent event) {
        switch (event) {
            case MisconductFound misconduct ->
                repository.insert(Inquiry.open(IdGenerator.next(), misconduct, moments.now()));
        }
    }

    /** @param precondition refuses when the inspector has read an older version */
    @Transactional
    Inquiry close(UUID id, ClosingReport report, String by, Consumer<Inquiry> precondition) {
        var inquiry = repository.lock(id).orElseThrow(() -> CommonProblem.notFound("the inquiry"));
        precondition.accept(inquiry);
        inquiry.close(new Inquiry.Closing(report.finding(), report.reason(), by, moments.now()));
        repository.flush();
        return inquiry;
    }
}
