package ma.balagh.portal.patrol;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for patrol plans. */
@MessageBundle("patrol")
public interface PatrolMessages {

    @Message
    String state(PatrolPlanStateCode state);

    @Message
    String constraint(PlanConstraintCode constraint);

    @Message
    String effect(EffectVerdictCode effect);

    @Message
    String observation(ObservationKindCode observation);

    @Message
    String entry(PatrolPlanResponse.EntryKind entry);

    String title();

    String text();

    String make();

    String make_text();

    String make_button();

    String none();

    String period();

    String state_label();

    String made();

    String approved();

    String made_by(String name);

    String approved_by(String name);

    String repairs();

    String from();

    String to();

    String places();

    String places_hint();

    String place_number(String number);

    String place_name();

    String place_from();

    String place_to();

    String place_reason();

    String further_places();

    String plan_title();

    String approve();

    String approve_question();

    String approve_yes();

    String withdraw();

    String withdraw_question();

    String withdraw_reason();

    String withdraw_yes();

    String withdrawn();

    String solving();

    String unassigned(String count);

    String uncovered(String from, String to);

    String covered();

    String where();

    String map_label();

    String map_text();

    String wanted();

    String planned();

    String lacking();

    String secured_for(String reason);

    String secured_by(String name, String reason);

    String black_spot();

    String happened_spot(String count);

    String expected_spot(String count);

    @Message
    String course(SpotFigures.Course course);

    String due(String count);

    String weighed();

    String weighed_text();

    String kept();

    String kept_of(String kept, String visits);

    String presence();

    String presence_of(String delivered, String planned);

    String error(String share);

    String unmeasured();

    String works(String from, String to);

    String rests(String from, String to);

    String no_visits();

    String start();

    String lasts();

    String way();

    String why();

    String minutes(String count);

    String interrupted();

    String gains(String what, int points);

    String costs(String what, int points);

    String history();

    String changed(int count);

    String computed();

    String points_text();

    String seed();

    String own_visits();

    String own_visits_text();

    String stay(String minutes);

    String why_secured(String reason);

    String why_expected(String count);

    String happened_nothing();

    String happened(String count);

    String judged(String day);

    String said();

    String nothing_seen();

    String observe();

    String observe_again();

    String seen();

    String note_hint();

    String observe_send();

    String crew_saw();

    String visits();

    String unit();

    String effect_title();

    String effect_text();

    String effect_caution();

    String effect_none();

    String effect_spot();

    String effect_ring();

    String effect_since();

    String effect_counts(String before, String weeksBefore, String after, String weeksAfter);

    String effect_ratio(String ratio, String from, String to);

    String effect_at_least(String from);

    String effect_until();

    String effect_method(String incidents, String weeks);
}
