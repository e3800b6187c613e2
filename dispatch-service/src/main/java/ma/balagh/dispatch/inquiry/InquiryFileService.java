package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Reads the files of inquiries, each look recorded, and lets one person at a time act on one. */
@ApplicationScoped
class InquiryFileService {

    private final InquiryRepository repository;
    private final InquiryFileReader files;
    private final InquiryConsultationRepository consultations;
    private final IdempotencyService keys;
    private final Preconditions preconditions;
    private final Timestamps moments;

    InquiryFileService(
            InquiryRepository repository,
            InquiryFileReader files,
            InquiryConsultationRepository consultations,
            IdempotencyService keys,
            Preconditions preconditions,
            Timestamps moments) {
        this.repository = repository;
        this.files = files;
        this.consultations = consultations;
        this.keys = keys;
        this.preconditions = preconditions;
        this.moments = moments;
    }

    /** A list shows whole inquiries, so each of them counts as looked at. */
    @Transactional
    Page<InquiryView> list(
            Inquiry.@Nullable State state, @Nullable Boolean overdue, PageRequest request, Caller caller) {
        var page = Page.of(repository.list(state, overdue, moments.now(), request), request, Inquiry::id);
        var shown = page.items().stream().map(Inquiry::id).toList();
        consultations.record(shown, caller);
        return page.map(files.views(shown));
    }

    @Transactional
    RestResponse<InquiryFileView> show(UUID id, Caller caller) {
        var inquiry = require(id);
        consultations.record(List.of(id), caller);
        return preconditions.tagged(Preconditions.tag(inquiry.version()), () -> files.file(inquiry));
    }

    /**
     * Does something to an inquiry that nobody else changes meanwhile, and answers with its file: a look at it. Sent
     * again, it is done once and looked at again.
     */
    @Transactional
    RestResponse<InquiryFileView> act(UUID id, Object command, Caller caller, Consumer<Inquiry> act) {
        consultations.record(List.of(id), caller);
        return keys.once(command, () -> require(id), () -> {
            var inquiry = repository.lock(id).orElseThrow(() -> CommonProblem.notFound("the inquiry"));
            preconditions.requireMatch(Preconditions.tag(inquiry.version()));
            act.accept(inquiry);
            repository.flush();
            return ResponseBuilder.ok(files.file(inquiry))
                    .tag(Preconditions.tag(inquiry.version()))
                    .build();
        });
    }

    /** @throws ma.balagh.http.ProblemException 404 where it does not exist for the caller */
    @Transactional
    Inquiry require(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(() -> CommonProblem.notFound("the inquiry"));
    }
}
