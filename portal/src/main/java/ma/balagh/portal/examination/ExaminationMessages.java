package ma.balagh.portal.examination;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the laboratory. */
@MessageBundle("examination")
public interface ExaminationMessages {

    @Message
    String stills();

    @Message
    String still_at(String position);

    @Message
    String findings();

    @Message
    String result(Examination.Result result);

    @Message
    String group(Examination.Group group);

    @Message
    String observed_label();

    @Message
    String details_label();

    @Message
    String traces_label();

    @Message
    String meaning_label();

    @Message
    String weakness_label();

    @Message
    String method_label();

    @Message
    String examination(Examination.State state);

    @Message
    String matches();

    @Message
    String no_matches();

    @Message
    String match_kind(Match.Counterpart.Kind kind);

    @Message
    String match_means(Match.Kind kind);

    @Message
    String moments(Match.Moments reason);

    @Message
    String known_as(Match.Known.Kind kind);

    @Message
    String alteration(Alteration alteration);

    @Message
    String other_coverage();

    @Message
    String transformation(Transformation transformation);

    @Message
    String coverage();

    @Message
    String likeness();

    @Message
    String span_here();

    @Message
    String span_there();

    @Message
    String compare();

    @Message
    String comparison_title();

    @Message
    String comparison_text();

    @Message
    String this_medium();

    @Message
    String other_medium();

    @Message
    String other_dossier();

    @Message
    String this_dossier();

    @Message
    String show_both();

    @Message
    String title();

    @Message
    String open_examination();

    @Message
    String of_evidence();

    @Message
    String back_to_dossier();

    @Message
    String pictures_title();

    @Message
    String stepper_label();

    @Message
    String stepper_hint();

    @Message
    String previous_picture();

    @Message
    String next_picture();

    @Message
    String second();

    @Message
    String sheet_title();

    @Message
    String sheet_text();

    @Message
    String sheet_open();

    @Message
    String print();

    @Message
    String print_text();

    @Message
    String evidence_id();

    @Message
    String digest();

    @Message
    String printed_by();

    @Message
    String printed_at();

    @Message
    String renditions_title();

    @Message
    String changes_label();

    @Message
    String speed();

    @Message
    String likeness_text();

    @Message
    String means(Match.Kind kind);

    @Message
    String place_proposed();

    @Message
    String place_basis(Match.ProposedPlace.Basis basis);

    @Message
    String timelines();

    @Message
    String place_here();

    @Message
    String place_there();

    @Message
    String pairs_title();

    @Message
    String pair_text();

    @Message
    String other_out_of_reach();

    @Message
    String second_of_piece();

    @Message
    String known_footage();

    @Message
    String bank_title();

    @Message
    String bank_text();

    @Message
    String bank_kind();

    @Message
    String kind_text(Match.Known.Kind kind);

    @Message
    String bank_reference();

    @Message
    String bank_reference_hint();

    @Message
    String bank_summary();

    @Message
    String bank();
}
