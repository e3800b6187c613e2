package ma.balagh.portal.dossier;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the dossier desk. */
@MessageBundle("dossier")
public interface DossierMessages {

    String title();

    @Message
    String state(DossierStateCode state);

    String any_state();

    @Message
    String verdict(VerdictCode verdict);

    @Message
    String verdict_hint(VerdictCode verdict);

    String search();

    String find();

    String nothing_here();

    String event();

    String state_column();

    String age();

    String counts();

    String reports(int count);

    String evidence(int count);

    String jurisdiction();

    String untitled();

    String ready();

    String not_ready();

    String severity(int severity);

    String severity_label();

    String reports_title();

    String more_reports(int count);

    String published();

    String received();

    String claimed();

    String source();

    String media_title();

    String no_media();

    String purpose_text();

    String purpose_label();

    String purpose_example();

    String purpose_open();

    String purpose_said(String purpose);

    String uncover();

    String sound();

    String covered();

    String custody();

    String verdict_title();

    String no_verdict();

    String propose_title();

    String reasons();

    String reasons_hint();

    String place();

    String occurred();

    String latitude();

    String longitude();

    String known_case();

    String propose();

    String from_claim();

    String proposed_by(String name);

    String confirmed_by(String name);

    String refused_by(String name);

    String opened(boolean opened);

    String withdrawn();

    String own_proposal();

    String waits_for_officer();

    String decide_title();

    String decision_reason();

    String confirm();

    String refuse();

    String incident_title();

    String open_incident();

    String persons(int count);

    String clocks_title();

    @Message
    String stage(DossierClocks.Stage stage);
}
