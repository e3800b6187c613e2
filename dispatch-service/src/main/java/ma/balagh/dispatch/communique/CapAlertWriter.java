package ma.balagh.dispatch.communique;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import ma.balagh.dispatch.CapTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the Common Alerting Protocol 1.2 of OASIS has it, with an enveloped XML signature. It is written in the form
 * that exclusive canonicalisation gives it, so that what is signed is what is sent.
 */
@ApplicationScoped
class CapAlertWriter {

    private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    private static final Map<String, String> EVENTS =
            Map.of("ar", "تنبيه أمني", "fr", "Alerte de sécurité", "en", "Security alert");

    private final CommuniqueConfig config;
    private final XmlEnvelopeSigner signer;

    CapAlertWriter(CommuniqueConfig config, XmlEnvelopeSigner signer) {
        this.config = config;
        this.signer = signer;
    }

    /**
     * A retracted one is a cancellation of itself, as receivers expect it; a correction updates the alert whose place it takes.
     *
     * @param corrected that alert; null for one that corrects none
     */
    String write(
            Communique communique,
            AlertDetails alert,
            @Nullable Communique corrected,
            CommuniqueHeadlines territory,
            Instant now) {
        var body = new StringBuilder();
        boolean cancelled = communique.publicState(now) == PublicState.RETRACTED;
        Instant published = requireNonNull(communique.publishedAt());
        var earlier = cancelled ? communique : corrected;
        element(
                body,
                "identifier",
                cancelled ? communique.id() + "-cancel" : communique.id().toString());
        element(body, "sender", config.sender());
        element(body, "sent", CapTimeFormatter.format(cancelled ? communique.changedAt(now) : published));
        element(body, "status", "Actual");
        element(body, "msgType", cancelled ? "Cancel" : corrected == null ? "Alert" : "Update");
        element(body, "scope", "Public");
        if (earlier != null) {
            element(body, "references", reference(earlier));
        }
        info(body, "ar-MA", "ar", communique, alert, territory.ar());
        info(body, "fr-MA", "fr", communique, alert, territory.fr());
        info(body, "en", "en", communique, alert, territory.en());
        return signer.sign("alert", NAMESPACE, body.toString());
    }

    /** How another message names it, as section 3.2.1 of the standard says. */
    private String reference(Communique earlier) {
        Instant sent = requireNonNull(earlier.publishedAt());
        return "%s,%s,%s".formatted(config.sender(), earlier.id(), CapTimeFormatter.format(sent));
    }

    private void info(
            StringBuilder out, String tag, String language, Communique communique, AlertDetails alert, String area) {
        String text = communique.texts().in(Locale.of(language));
        out.append("<info>");
        element(out, "language", tag);
        element(out, "category", "Security");
        element(out, "event", requireNonNull(EVENTS.get(language)));
        element(out, "urgency", word(alert.urgency()));
        element(out, "severity", word(alert.severity()));
        element(out, "certainty", word(alert.certainty()));
        element(out, "expires", CapTimeFormatter.format(alert.expiresAt()));
        element(out, "senderName", config.publisher());
        element(out, "headline", CommuniqueTexts.headline(text));
        element(out, "description", CommuniqueTexts.body(text));
        element(
                out,
                "web",
                config.publicAddress()
                        .resolve("/public/communiques/" + communique.id() + "?lang=" + language)
                        .toString());
        out.append("<area>");
        element(out, "areaDesc", area);
        out.append("</area></info>");
    }

    private static String word(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<').append(name).append('>');
        out.append(XmlEnvelopeSigner.escaped(text));
        out.append("</").append(name).append('>');
    }
}
