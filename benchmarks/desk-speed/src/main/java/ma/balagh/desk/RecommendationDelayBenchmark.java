package ma.balagh.desk;

import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** From the key, or the click, with which an incident is chosen until its recommended units are painted. */
final class RecommendationDelayBenchmark {

    private static final int TIMES = 100;
    /** As on a server that has run for a while, and not for a minute: its code is compiled by then. */
    private static final int WARM_UP = 300;

    private static final double MOST = 300;

    /** Chooses the row of that number and answers after how many milliseconds the frame with its units was painted. */
    private static final String CHOOSE = """
            ([number, key]) => new Promise((done) => {
              const link = document.querySelectorAll('.desk .row-link')[number];
              const title = link.textContent.trim();
              link.focus();
              let start;
              const shown = () => document.querySelector('#chosen-title bdi')?.textContent.trim() === title
                && document.querySelector('#chosen [data-assign]');
              const look = () => (shown()
                ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)))
                : setTimeout(look, 2));
              const began = () => { start = performance.now(); look(); };
              link.addEventListener(key ? 'keydown' : 'pointerdown', began, { once: true, capture: true });
            })""";

    private RecommendationDelayBenchmark() {}

    static BarTable measure(Browser browser, DeskCityBuilder city) {
        var service = new ArrayList<Double>();
        for (int time = 0; time < WARM_UP + TIMES; time++) {
            var path = "/incidents/" + city.incidents().get(time % DeskCityBuilder.INCIDENTS) + "/recommendations";
            long start = System.nanoTime();
            city.client().get("dispatcher", DISPATCH, path).expect(200);
            service.add((System.nanoTime() - start) / 1e6);
        }
        var page = DeskPageProbe.signIn(browser);
        DeskPageProbe.open(page);
        var byKey = choose(page, true);
        var byClick = choose(page, false);
        page.context().close();
        return BarTable.of("From choosing an incident to its recommendations among 1,000 units", "ms")
                .baseline("the service's answer alone", service.subList(WARM_UP, service.size()))
                .judged("by key", byKey, 0.95, MOST)
                .judged("by click", byClick, 0.95, MOST);
    }

    private static List<Double> choose(Page page, boolean key) {
        int rows = page.locator(".desk .row-link").count();
        var took = new ArrayList<Double>();
        for (int time = 0; time < WARM_UP + TIMES; time++) {
            int number = time % rows;
            page.evaluate("row => { window.chosen = (%s)(row); }".formatted(CHOOSE), List.of(number, key));
            var link = page.locator(".desk .row-link").nth(number);
            if (key) {
                page.keyboard().press("Enter");
            } else {
                link.click();
            }
            took.add(((Number) page.evaluate("() => window.chosen")).doubleValue());
        }
        return took.subList(WARM_UP, took.size());
    }
}
