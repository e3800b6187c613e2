package ma.balagh.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Follows every link that signed-in people have, one page of each kind for each of them, and notes what is wrong. The
 * first page of each kind in each language is looked at by axe-core at three widths, which takes longer than all else; at
 * none of them may it be wider than the screen.
 */
final class PageWalk {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-[\\p{XDigit}-]{27}|(?<=/)[A-Z][A-Z_.]+(?=[?/]|$)");
    private static final Pattern CHOSEN = Pattern.compile("[?](?:.*&)?chosen=.*");
    private static final Pattern NO_PAGE = Pattern.compile(
            ".*(/content|/contact-sheet|\\.pdf|/csv|/pdf|\\.csv|\\.json|\\.atom|\\.cap).*|/logout.*|/static/.*");

    /** Pages of the public say their language in each link. */
    private static final Pattern LANGUAGE = Pattern.compile("[?&]lang=\\w+");

    /** A small phone, a tablet on its side, a screen. */
    private static final List<Integer> WIDTHS = List.of(360, 1024, 1440);

    private static final int HEIGHT = 900;

    /** A folder for a picture of each page, if it is set. */
    private static final String PICTURES = "balagh.pictures";

    /** Sending all forms once is enough. */
    private static final String ACTED_IN = "fr";

    /** How many more of one kind are looked at: dossiers, for example, are in different states. */
    private static final int MOST_OF_A_KIND = 2;

    /** What the page says by itself: texts that are seen or read out. */
    private static final String TEXTS = """
            untranslated => {
              const page = document.documentElement.lang;
              const own = element => !element.closest(untranslated) && element.closest('[lang]').lang === page;
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
              for (let node = walker.currentNode; node; node = walker.nextNode()) {
                if (node.nodeType === Node.TEXT_NODE) {
                  if (node.parentElement && node.parentElement.tagName !== 'NOSCRIPT' && own(node.parentElement)) texts.push(node.data);
                } else if (own(node)) {
                  ['title', 'placeholder', 'aria-label', 'alt'].forEach(name => texts.push(node.getAttribute(name) ?? ''));
                }
              }
              return texts.filter(text => text.trim());
            }
            """;

    /** Parts that come by themselves are there and at work: before that links are missing, and a form sent leaves. */
    private static final String LOADED = """
            async () => {
                const isEmpty = (part) => part.childElementCount === 0;
                const isUnderWay = () => document.querySelector('.htmx-request, .htmx-added, .htmx-settling, .htmx-swapping')
                    || [...document.querySelectorAll('[hx-trigger=load]')].some(isEmpty);
                for (let time = 0; time < 500 && isUnderWay(); time++) {
                    await new Promise((done) => setTimeout(done, 10));
                }
            }
            """;

    private static final String AXE = """
            async () => {
              const result = await axe.run(document, {resultTypes: ['violations']});
              return result.violations.flatMap(violation => violation.nodes.map(node =>
                violation.impact + ' ' + violation.id + ' ' + node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')));
            }
            """;

    /** What reaches beyond the screen, so that a reader has to push the page sideways. */
    private static final String TOO_WIDE = """
            () => {
              const { scrollWidth, clientWidth } = document.documentElement;
              const reaches = ({ left, right }) => left < -1 || right > clientWidth + 1;
              return scrollWidth <= clientWidth + 1 ? [] : [...document.querySelectorAll('main *')]
                .filter(element => reaches(element.getBoundingClientRect())).slice(0, 3)
                .map(element => 'wider than the screen: ' + element.tagName + ' ' + element.id + ' ' + element.className);
            }
            """;

    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href^=\"/\"]:not(.languages a)')].map(link => link.getAttribute('href').split('#')[0])";

    /** Looks that somebody chooses on a page, beside the dark one of the system. */
    private static final String LOOKS =
            "() => [...document.querySelectorAll('[data-look-choice] option')].map(look => look.value).filter(look => look)";

    private static final String WEAR = "look => document.documentElement.dataset.look = look";
    private static final String SHOW_DIALOG =
            "shown => document.querySelector('dialog')[shown ? 'showModal' : 'close']()";

    private final String root;
    private final String axe = axe();
    private final RefusedForms forms = new RefusedForms();
    private final Map<String, Set<String>> faults = new TreeMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Set<String> kinds = new TreeSet<>();
    private final Set<String> examined = new HashSet<>();
    private int pages;

    PageWalk(String root) {
        this.root = root;
    }

    /** The addresses to which forms were sent: paths with {@code {id}}. */
    Set<String> forms() {
        return forms.tried();
    }

    /** How many pages were looked at. */
    int pages() {
        return pages;
    }

    /** What is wrong, by page and language. */
    Map<String, Set<String>> faults() {
        return faults;
    }

    /** The kinds of pages that there were: paths with {@code {id}}. */
    Set<String> kinds() {
        return kinds;
    }

    /**
     * @param page of somebody who is signed in
     * @param start where the walk begins
     */
    void of(Page page, List<String> start, String code, PageLanguage language) {
        var own = new TreeSet<String>();
        var known = new LinkedHashSet<String>();
        Queue<String> ahead = new ArrayDeque<>(start);
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            if (known.add(path) && (isWanted(path, code, own) || start.contains(path))) {
                var kind = kind(path);
                var answer = page.navigate(
                        root + path + (path.contains("?") ? "&" : "?") + "lang=" + code,
                        new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                pages++;
                if (answer.status() != 200) {
                    note(kind, code, "status " + answer.status());
                }
                look(page, kind, code, language);
                open(page, kind, code, language);
                ahead.addAll(links(page));
                if (code.equals(ACTED_IN)) {
                    forms.of(page).forEach(fault -> note(kind, code, fault));
                }
            }
        }
    }

    /** What comes of a form with one field: its page is no link's. */
    void sent(Page page, String path, String form, String typed, String code, PageLanguage language) {
        page.navigate(root + path + "?lang=" + code);
        page.fill(form + " input", typed);
        page.click(form + " button");
        pages++;
        look(page, kind(path) + " sent", code, language);
    }

    /** The first of its kind that this one sees, and a few that differ by what they show or how a list is narrowed. */
    private boolean isWanted(String path, String code, Set<String> own) {
        return own.add(kind(path)) || seen.merge(kind(path) + " in " + code, 1, Integer::sum) <= MOST_OF_A_KIND;
    }

    private static String kind(String path) {
        var address = ID.matcher(path).replaceAll("{id}");
        return CHOSEN.matcher(address).replaceFirst(" with one chosen").replaceAll("[?].*", "");
    }

    /** The evidence, too, where the page has some. */
    private void open(Page page, String kind, String code, PageLanguage language) {
        var purpose = page.locator("form.purpose input[name=purpose]");
        if (purpose.count() > 0) {
            purpose.first().fill("Contrôle de la page");
            page.locator("form.purpose button").first().click();
            page.locator("form.purpose")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            look(page, kind + " opened", code, language);
        }
    }

    @SuppressWarnings("unchecked")
    private void look(Page page, String kind, String code, PageLanguage language) {
        page.evaluate(LOADED);
        var foreign = new TreeSet<String>();
        ((List<String>) page.evaluate(TEXTS, PageLanguage.UNTRANSLATED))
                .forEach(text -> foreign.addAll(language.foreignWords(text)));
        foreign.forEach(word -> note(kind, code, "another language: " + word));
        picture(page, kind, code);
        boolean isFirst = kinds.add(kind);
        if (examined.add(kind + " in " + code)) {
            page.evaluate(axe);
            for (var width : WIDTHS) {
                page.setViewportSize(width, HEIGHT);
                strings(page, AXE).forEach(fault -> note(kind, code, fault + " at " + width));
                strings(page, TOO_WIDE).forEach(fault -> note(kind, code, fault + " at " + width));
            }
        }
        if (isFirst) {
            lookAtColours(page, kind, code);
        }
        if (isFirst && page.locator("dialog").count() > 0) {
            page.evaluate(SHOW_DIALOG, true);
            strings(page, AXE).forEach(fault -> note(kind, code, fault + " in its dialog"));
            page.evaluate(SHOW_DIALOG, false);
        }
    }

    /** They are the same in each language and at each width. */
    private void lookAtColours(Page page, String kind, String code) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        strings(page, AXE).forEach(fault -> note(kind, code, fault + " in the dark"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        for (var worn : strings(page, LOOKS)) {
            page.evaluate(WEAR, worn);
            strings(page, AXE).forEach(fault -> note(kind, code, fault + " in the look " + worn));
        }
        page.evaluate(WEAR, "");
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }

    /** For people who want to see the pages: as a screen shows them, and a telephone. */
    private static void picture(Page page, String kind, String code) {
        var folder = System.getProperty(PICTURES);
        if (folder != null) {
            for (var width : List.of(390, 1280)) {
                page.setViewportSize(width, HEIGHT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(folder, kind.replaceAll("[^a-z]+", "-") + "-" + code + "-" + width + ".png")));
            }
        }
    }

    /** Said at once: the walk is long. */
    private void note(String kind, String code, String fault) {
        var where = kind + " in " + code;
        if (faults.computeIfAbsent(where, any -> new TreeSet<>()).add(fault)) {
            System.out.printf("[pages] %s: %s%n", where, fault);
        }
    }

    /** All but those to the same page in another language. */
    private static List<String> links(Page page) {
        return strings(page, LINKS).stream()
                .filter(link -> !NO_PAGE.matcher(link).matches())
                .map(PageWalk::inAnyLanguage)
                .toList();
    }

    private static String inAnyLanguage(String link) {
        var shorter = LANGUAGE.matcher(link).replaceFirst("");
        return shorter.contains("?") ? shorter : shorter.replaceFirst("&", "?");
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(PageWalk.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
