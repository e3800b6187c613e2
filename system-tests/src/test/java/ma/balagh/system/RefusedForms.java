package ma.balagh.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.ResumeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills each form of a page and submits it with each of its buttons. The request is changed on its way so that it is
 * refused: its id is unknown, its tag is stale, or its fields are longer than the portal reads. The page has to say so, and
 * to keep what was typed.
 */
final class RefusedForms {

    /**
     * Evidence or a receipt that is asked for is no act; leaving always succeeds; a phone keeps its acts, and sends them
     * later.
     */
    private static final String ACTS = ":not(.purpose):not(.logout):not(.task-form):not(.receipt-form)";

    private static final Path PERSON = Path.of("..", "portal", "src", "test", "resources", "browser", "person.js");
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-[\\p{XDigit}-]{27}");
    private static final String NOBODYS = "01985a00-0000-7000-8000-0000000000ff";
    private static final Pattern TAG = Pattern.compile("tag=.+");
    private static final Pattern KEPT = Pattern.compile("(csrf-token|key|tag)=.*");
    private static final String TOO_LONG = "x".repeat(70_000);

    private final String person = person();
    private final Set<String> tried = new TreeSet<>();
    private final Set<Set<String>> known = new HashSet<>();

    /** A change of a request that has it refused. */
    private enum Spoiling {
        OF_NOTHING,
        OF_BEFORE,
        TOO_LONG
    }

    /** The addresses to which forms were sent, with {@code {id}}. */
    Set<String> tried() {
        return tried;
    }

    /** @return what is wrong */
    Set<String> of(Page page) {
        var faults = new TreeSet<String>();
        var forms = forms(page);
        if (forms.isEmpty() || !known.add(forms)) {
            return faults;
        }
        page.evaluate(person);
        for (var spoiling : Spoiling.values()) {
            page.route("**", route -> send(route, spoiling));
            for (var each : sent(page, spoiling)) {
                var act = new HashMap<Object, Object>((Map<?, ?>) each);
                var action = ID.matcher(String.valueOf(act.get("action"))).replaceAll("{id}");
                tried.add(action);
                if (String.valueOf(act.get("said")).isBlank()) {
                    faults.add("%s refused for %s says nothing".formatted(action, spoiling));
                }
                if (!Boolean.TRUE.equals(act.get("kept"))) {
                    faults.add("%s refused for %s loses what was typed".formatted(action, spoiling));
                }
            }
            page.unroute("**");
        }
        return faults;
    }

    private List<?> sent(Page page, Spoiling spoiling) {
        var before = page.url();
        try {
            return (List<?>) page.evaluate("forms => person.refused(forms)", ACTS);
        } catch (PlaywrightException left) {
            throw new AssertionError(
                    "a form of %s, spoiled by %s, was not refused: %s follows".formatted(before, spoiling, page.url()),
                    left);
        }
    }

    private static Set<String> forms(Page page) {
        return ((List<?>) page.evaluate(
                        "forms => [...document.querySelectorAll('main form[method=post]' + forms)].map(form => form.getAttribute('action'))",
                        ACTS))
                .stream()
                        .map(action -> ID.matcher(String.valueOf(action)).replaceAll("{id}"))
                        .collect(Collectors.toSet());
    }

    /** What cannot be spoiled is not sent at all, lest it be done. */
    private static void send(Route route, Spoiling spoiling) {
        var request = route.request();
        if (!request.method().equals("POST")) {
            route.fallback();
            return;
        }
        var isForm = request.headers().getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded");
        var body = isForm && request.postData() != null ? request.postData() : "";
        var url = spoiling == Spoiling.OF_NOTHING ? ID.matcher(request.url()).replaceAll(NOBODYS) : request.url();
        var spoiled = switch (spoiling) {
            case OF_NOTHING -> body;
            case OF_BEFORE -> changed(body, field -> TAG.matcher(field).matches() ? "tag=%22before%22" : field);
            case TOO_LONG ->
                changed(
                        body,
                        field -> KEPT.matcher(field).matches()
                                ? field
                                : field.substring(0, field.indexOf('=') + 1) + TOO_LONG);
        };
        if (url.equals(request.url()) && spoiled.equals(body)) {
            route.abort();
        } else if (spoiled.equals(body)) {
            route.resume(new ResumeOptions().setUrl(url));
        } else {
            route.resume(new ResumeOptions().setUrl(url).setPostData(spoiled.getBytes(UTF_8)));
        }
    }

    private static String changed(String body, UnaryOperator<String> change) {
        return body.isEmpty()
                ? body
                : Arrays.stream(body.split("&")).map(change).collect(Collectors.joining("&"));
    }

    private static String person() {
        try {
            return Files.readString(PERSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
