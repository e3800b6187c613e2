package ma.balagh.portal.dossier;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the dossier desk. */
@MessageBundle("dossier")
public interface DossierMessages {

    @Message
    String title();

    @Message
    String state(DossierState state);

    @Message
    String any_state();

    @Message
    String verdict(Verdict verdict);

    @Message
    String verdict_hint(Verdict verdict);

    @Message
    String search();

    @Message
    String find();

    @Message
    String nothing_here();

    @Message
    String event();

    @Message
    String state_column();

    @Message
    String age();

    @Message
    String counts();

    @Message
    String reports(int count);

    @Message
    String evidence(int count);

    @Message
    String jurisdiction();

    @Message
    String untitled();

    @Message
    String ready();

    @Message
    String not_ready();

    @Message
    String severity(int severity);

    @Message
    String severity_label();

    @Message
    String reports_title();

    @Message
    String more_reports(int count);

    @Message
    String published();

    @Message
    String received();

    @Message
    String claimed();

    @Message
    String source();

    @Message
    String media_title();

    @Message
    String no_media();

    @Message
    String purpose_text();

    @Message
    String purpose_label();

    @Message
    String purpose_example();

    @Message
    String purpose_open();

    @Message
    String purpose_said(String purpose);

    @Message
    String uncover();

    @Message
    String sound();

    @Message
    String covered();

    @Message
    String custody();

    @Message
    String verdict_title();

    @Message
    String no_verdict();

    @Message
    String propose_title();

    @Message
    String reasons();

    @Message
    String reasons_hint();

    @Message
    String place();

    @Message
    String occurred();

    @Message
    String latitude();

    @Message
    String longitude();

    @Message
    String known_case();

    @Message
    String propose();

    @Message
    String from_claim();

    @Message
    String proposed_by(String name);

    @Message
    String confirmed_by(String name);

    @Message
    String refused_by(String name);

    @Message
    String opened(boolean opened);

    @Message
    String withdrawn();

    @Message
    String own_proposal();

    @Message
    String waits_for_officer();

    @Message
    String decide_title();

    @Message
    String decision_reason();

    @Message
    String confirm();

    @Message
    String refuse();

    @Message
    String incident_title();

    @Message
    String open_incident();

    @Message
    String persons(int count);

    @Message
    String clocks_title();

    @Message
    String stage(DossierClocks.Stage stage);
}
