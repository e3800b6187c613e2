package ma.balagh.portal.examination;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the laboratory. */
@MessageBundle("examination")
public interface ExaminationMessages {

    String stills();

    String still_at(String position);

    String findings();

    @Message
    String result(ExaminationResponse.Result result);

    @Message
    String group(ExaminationResponse.Group group);

    String observed_label();

    String details_label();

    String traces_label();

    String meaning_label();

    String weakness_label();

    String method_label();

    @Message
    String examination(ExaminationResponse.State state);

    String matches();

    String no_matches();

    @Message
    String match_kind(MatchResponse.Counterpart.Kind kind);

    @Message
    String match_means(MatchResponse.Kind kind);

    @Message
    String moments(MatchResponse.Moments reason);

    @Message
    String known_as(MatchResponse.Known.Kind kind);

    @Message
    String alteration(FootageAlteration alteration);

    String other_coverage();

    @Message
    String transformation(TransformationCode transformation);

    String coverage();

    String likeness();

    String span_here();

    String span_there();

    String compare();

    String comparison_title();

    String comparison_text();

    String this_medium();

    String other_medium();

    String other_dossier();

    String this_dossier();

    String show_both();

    String title();

    String open_examination();

    String of_evidence();

    String back_to_dossier();

    String pictures_title();

    String stepper_label();

    String stepper_hint();

    String previous_picture();

    String next_picture();

    String second();

    String sheet_title();

    String sheet_text();

    String sheet_open();

    String print();

    String print_text();

    String evidence_id();

    String digest();

    String printed_by();

    String printed_at();

    String renditions_title();

    String changes_label();

    String speed();

    String likeness_text();

    @Message
    String means(MatchResponse.Kind kind);

    String place_proposed();

    @Message
    String place_basis(MatchResponse.ProposedPlace.Basis basis);

    String timelines();

    String place_here();

    String place_there();

    String pairs_title();

    String pair_text();

    String other_out_of_reach();

    String second_of_piece();

    String known_footage();

    String bank_title();

    String bank_text();

    String bank_kind();

    @Message
    String kind_text(MatchResponse.Known.Kind kind);

    String bank_reference();

    String bank_reference_hint();

    String bank_summary();

    String bank();
}
