package ma.balagh.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.system.RawHttp.Header;
import ma.balagh.system.RawHttp.Request;

/** Walks through the portal's pages as one account of each role, and makes faulty requests of all forms and pages. */
final class PortalRequests {

    private static final List<String> ACCOUNTS = List.of(
            "intake", "analyst", "officer", "dispatcher", "unit1", "affairs", "commander", "auditor", "protection");

    private static final int MOST_PAGES = 40;

    /** What would change the texts and terms that all tests share: only with a body of nothing. */
    private static final List<String> SHARED = List.of("/answer-texts", "/items/terms");

    private static final String LOGOUT = "/logout";

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*+)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select|button)\\b([^>]*+)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]++)=\"([^\"]*+)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private static final String URLENCODED = "application/x-www-form-urlencoded";

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "application/json",
            "garbage",
            "",
            ";",
            "multipart/form-data",
            "multipart/form-data;boundary=x",
            URLENCODED + ";charset=nonsense",
            "\u0001",
            "*/*");
    private static final List<String> ACCEPTED =
            List.of("garbage", "", ";", "*/json", "application/json", "image/png", "text/html;q=abc", "\u0001");
    private static final List<String> HEADERS = List.of(
            "Cookie",
            "Origin",
            "Referer",
            "HX-Request",
            "HX-Target",
            "HX-Current-URL",
            "Accept-Language",
            "Range",
            "If-None-Match",
            "Sec-Fetch-Site",
            "X-Forwarded-For");
    private static final List<String> VALUES = List.of(
            "",
            "-",
            "\u0001",
            "\u0000",
            "1e999",
            "NaN",
            "-1",
            "99999999999999999999",
            "a".repeat(5_000),
            "\ud83d\udea8",
            "\u200b\u115f",
            "'\"<script>",
            "{{{",
            "%",
            "2026-02-30T25:61",
            "MA" + "-A".repeat(2_000),
            "fr;q=abc");

    /** A request that has one fault. */
    record Case(String fault, Request request) {}

    /** As a browser keeps them: "Secure" ones of a local address, too, and sent without their attributes. */
    private static final class LocalCookies extends CookieManager {

        LocalCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> {
                cookie.setSecure(false);
                cookie.setVersion(0);
            });
        }
    }

    private record Form(String action, Map<String, String> fields, String cookies) {}

    private final URI portal;
    private final List<Case> cases = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();

    private PortalRequests(URI portal) {
        this.portal = portal;
    }

    static List<Case> of(URI portal) throws IOException, InterruptedException {
        var requests = new PortalRequests(portal);
        for (var account : ACCOUNTS) {
            requests.walk(account);
        }
        System.out.printf("[fuzz] portal: %s%n", requests.seen);
        return requests.cases;
    }

    private void walk(String account) throws IOException, InterruptedException {
        var cookies = new LocalCookies();
        try (var http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            var first = signIn(http, account);
            var waiting = new ArrayDeque<String>(links(first.body()));
            var shapes = new LinkedHashSet<String>();
            for (int pages = 0; !waiting.isEmpty() && pages < MOST_PAGES; ) {
                var path = waiting.poll();
                if (!shapes.add(shape(path)) || path.startsWith(LOGOUT)) {
                    continue;
                }
                pages++;
                var page =
                        http.send(HttpRequest.newBuilder(portal.resolve(path)).build(), BodyHandlers.ofString());
                if (page.statusCode() != 200
                        || !page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    continue;
                }
                waiting.addAll(links(page.body()));
                var cookie = cookies.getCookieStore().get(portal).stream()
                        .map(HttpCookie::toString)
                        .collect(Collectors.joining("; "));
                if (seen.add("GET " + shape(path))) {
                    page(path, cookie);
                }
                forms(path, page.body(), cookie);
            }
        }
    }

    private HttpResponse<String> signIn(HttpClient http, String account) throws IOException, InterruptedException {
        var login =
                http.send(HttpRequest.newBuilder(portal.resolve("/?lang=fr")).build(), BodyHandlers.ofString());
        var form = FORM.matcher(login.body());
        if (!form.find()) {
            throw new IllegalStateException("Keycloak shows no form: " + login.body());
        }
        var action = attributes(form.group(1)).getOrDefault("action", "").replace("&amp;", "&");
        var page = http.send(
                HttpRequest.newBuilder(URI.create(action))
                        .header("Content-Type", URLENCODED)
                        .POST(BodyPublishers.ofString("username=%s&password=%s".formatted(account, account)))
                        .build(),
                BodyHandlers.ofString());
        if (page.statusCode() != 200 || page.uri().getPort() != portal.getPort()) {
            throw new IllegalStateException("%s is not signed in: %s".formatted(account, page.body()));
        }
        return page;
    }

    private static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> !link.startsWith("//") && !link.contains("/assets/"))
                .toList();
    }

    private static String shape(String path) {
        return ID.matcher(path.replaceFirst("\\?.*", "")).replaceAll("{id}");
    }

    private void forms(String path, String page, String cookies) {
        FORM.matcher(page).results().forEach(form -> {
            var attributes = attributes(form.group(1));
            var fields = new LinkedHashMap<String, String>();
            FIELD.matcher(form.group(2)).results().forEach(field -> {
                var one = attributes(field.group(1));
                if (one.containsKey("name")) {
                    fields.put(one.get("name"), one.getOrDefault("value", "Vu les constats et les images"));
                }
            });
            var action = attributes.getOrDefault("action", path).replace("&amp;", "&");
            var isPost = attributes.getOrDefault("method", "get").equalsIgnoreCase("post");
            if (seen.add((isPost ? "POST " : "FORM ") + shape(action))) {
                if (isPost && !action.startsWith(LOGOUT)) {
                    posted(new Form(action, fields, cookies));
                } else if (!isPost) {
                    asked(new Form(action, fields, cookies));
                }
            }
        });
    }

    private static Map<String, String> attributes(String tag) {
        var attributes = new LinkedHashMap<String, String>();
        ATTRIBUTE.matcher(tag).results().forEach(one -> attributes.put(one.group(1), one.group(2)));
        return attributes;
    }

    private void page(String path, String cookies) {
        var ordinary = new Request("GET " + path, List.of(new Header("Cookie", cookies)), new byte[0]);
        ACCEPTED.forEach(accept -> add("Accept", ordinary.with("Accept", accept)));
        HEADERS.forEach(header -> VALUES.forEach(value -> add(header, ordinary.with(header, value))));
        var bare = path.replaceFirst("\\?.*", "");
        VALUES.forEach(value -> add("?lang", ordinary.withLine("GET " + bare + "?lang=" + encoded(value))));
        VALUES.forEach(value -> add("?after", ordinary.withLine("GET " + bare + "?cursor=" + encoded(value))));
    }

    private void asked(Form form) {
        var ordinary = new Request("GET " + form.action(), List.of(new Header("Cookie", form.cookies())), new byte[0]);
        var bare = form.action().replaceFirst("\\?.*", "");
        form.fields()
                .keySet()
                .forEach(field -> VALUES.forEach(value -> add(
                        "?" + field, ordinary.withLine("GET " + bare + "?" + encoded(field) + "=" + encoded(value)))));
    }

    private void posted(Form form) {
        var isShared = SHARED.stream().anyMatch(form.action()::startsWith);
        var ordinary = new Request(
                "POST " + form.action(),
                List.of(
                        new Header("Cookie", form.cookies()),
                        new Header("Origin", portal.toString()),
                        new Header("Sec-Fetch-Site", "same-origin"),
                        new Header("Content-Type", URLENCODED)),
                isShared ? new byte[0] : body(form.fields()));
        CONTENT_TYPES.forEach(type -> add("Content-Type", ordinary.with("Content-Type", type)));
        add("no Content-Type", ordinary.with("Content-Type", null));
        ACCEPTED.forEach(accept -> add("Accept", ordinary.with("Accept", accept)));
        if (isShared) {
            return;
        }
        HEADERS.forEach(header -> VALUES.forEach(value -> add(header, ordinary.with(header, value))));
        for (var field : form.fields().keySet()) {
            for (var value : VALUES) {
                var changed = new LinkedHashMap<>(form.fields());
                changed.put(field, value);
                add(field, ordinary.withBody(body(changed)));
            }
            var without = new LinkedHashMap<>(form.fields());
            without.remove(field);
            add("no " + field, ordinary.withBody(body(without)));
        }
        add("body", ordinary.withBody("%%%=%zz&&&=".getBytes(UTF_8)));
        add("body", ordinary.withBody(("a=" + "b".repeat(3_000_000)).getBytes(UTF_8)));
        add("body", ordinary.withBody("a=1&".repeat(20_000).getBytes(UTF_8)));
    }

    private static byte[] body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private void add(String fault, Request request) {
        cases.add(new Case(fault, request));
    }
}
