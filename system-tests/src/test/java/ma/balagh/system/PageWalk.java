package ma.balagh.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ma.balagh.platform.test.PageLanguage;

/** Follows every link that a signed-in person has, one page of each kind, and notes what is wrong with it. */
final class PageWalk {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-[\\p{XDigit}-]{27}");
    private static final Pattern NO_PAGE =
            Pattern.compile(".*(/content|/contact-sheet|\\.pdf).*|.*[?&]lang=.*|/logout.*|/static/.*");

    /** A folder for a picture of each page, if it is set. */
    private static final String PICTURES = "balagh.pictures";

    /** How many things of one kind are looked at in each role: dossiers, for example, are in different states. */
    private static final int MOST_OF_A_KIND = 3;

    /** What the page says by itself: texts that are seen or read out. */
    private static final String TEXTS = """
            untranslated => {
              const page = document.documentElement.lang;
              const own = element => !element.closest(untranslated) && element.closest('[lang]').lang === page;
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
              for (let node = walker.currentNode; node; node = walker.nextNode()) {
                if (node.nodeType === Node.TEXT_NODE) {
                  if (node.parentElement && own(node.parentElement)) texts.push(node.data);
                } else if (own(node)) {
                  ['title', 'placeholder', 'aria-label', 'alt'].forEach(name => texts.push(node.getAttribute(name) ?? ''));
                }
              }
              return texts.filter(text => text.trim());
            }
            """;

    private static final String AXE = """
            async () => {
              const result = await axe.run(document, {resultTypes: ['violations']});
              return result.violations.flatMap(violation => violation.nodes.map(node =>
                violation.impact + ' ' + violation.id + ' ' + node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')));
            }
            """;

    private final Page page;
    private final String root;
    private final Map<String, Set<String>> faults;
    private final Set<String> lists;

    /**
     * @param faults by page; the walk adds its own
     * @param lists narrowed lists that somebody has looked at: they are the same for everybody
     */
    PageWalk(Page page, String root, Map<String, Set<String>> faults, Set<String> lists) {
        this.page = page;
        this.root = root;
        this.faults = faults;
        this.lists = lists;
        page.addInitScript(axe());
    }

    /** @return the kinds of pages that there were */
    Set<String> walk(String code, PageLanguage language) {
        var kinds = new TreeMap<String, Integer>();
        var known = new LinkedHashSet<String>();
        Queue<String> ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            var kind = ID.matcher(path).replaceAll("{id}").replaceAll("[?].*", "");
            if (known.add(path) && isWanted(path, code, kinds.getOrDefault(kind, 0))) {
                kinds.merge(kind, 1, Integer::sum);
                var answer = page.navigate(root + path + (path.contains("?") ? "&" : "?") + "lang=" + code);
                if (answer.status() != 200) {
                    note(kind, code, "status " + answer.status());
                }
                look(kind, code, language);
                open(kind, code, language);
                ahead.addAll(links());
            }
        }
        return kinds.keySet();
    }

    private boolean isWanted(String path, String code, int ofThatKind) {
        var variant = ID.matcher(path).replaceAll("{id}").replaceAll("(cursor|pass)=[^&]*", "");
        return variant.contains("{id}")
                ? ofThatKind < MOST_OF_A_KIND
                : ofThatKind == 0 || lists.add(variant + " in " + code);
    }

    /** The evidence, too, where the page has some. */
    private void open(String kind, String code, PageLanguage language) {
        var purpose = page.locator("form.purpose input[name=purpose]");
        if (purpose.count() > 0) {
            purpose.first().fill("Contrôle de la page");
            page.locator("form.purpose button").first().click();
            page.locator("form.purpose")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            look(kind + " opened", code, language);
        }
    }

    @SuppressWarnings("unchecked")
    private void look(String kind, String code, PageLanguage language) {
        var foreign = new TreeSet<String>();
        ((List<String>) page.evaluate(TEXTS, PageLanguage.UNTRANSLATED))
                .forEach(text -> foreign.addAll(language.foreignWords(text)));
        foreign.forEach(word -> note(kind, code, "another language: " + word));
        picture(kind, code);
        ((List<String>) page.evaluate(AXE)).forEach(violation -> note(kind, code, violation));
    }

    /** For people who want to see the pages: as a screen shows them, and a telephone. */
    private void picture(String kind, String code) {
        var folder = System.getProperty(PICTURES);
        if (folder != null) {
            for (var width : List.of(390, 1280)) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(folder, kind.replaceAll("[^a-z]+", "-") + "-" + code + "-" + width + ".png")));
            }
        }
    }

    private void note(String kind, String code, String fault) {
        faults.computeIfAbsent(kind + " in " + code, any -> new TreeSet<>()).add(fault);
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return ((List<String>)
                        page.evaluate(
                                "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'))"))
                .stream().filter(link -> !NO_PAGE.matcher(link).matches()).toList();
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(PageWalk.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
