package ma.balagh.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** The time between two frames of the desk: while nobody moves, and while each unit says every few seconds where it is. */
final class SmoothnessBenchmark {

    /** Three frames of a display with 60 of them a second: what a moving picture may miss and not jerk. */
    private static final double MOST = 50;

    private static final int SECONDS = 15;
    private static final int AT_ONCE = 4;
    /** So many degrees north are ten metres. */
    private static final double STEP = 10 / 111_195.0;

    private static final String FRAMES = """
            (seconds) => new Promise((done) => {
              const gaps = [];
              const start = performance.now();
              let last = start;
              const frame = (now) => {
                gaps.push(now - last);
                last = now;
                if (now - start < seconds * 1000) { requestAnimationFrame(frame); } else { done(gaps.slice(2)); }
              };
              requestAnimationFrame(frame);
            })""";

    private SmoothnessBenchmark() {}

    static BarTable measure(Browser browser, DeskCityBuilder city) throws Exception {
        var page = DeskPageProbe.signIn(browser);
        DeskPageProbe.open(page);
        page.waitForTimeout(3_000);
        var atRest = frames(page);
        var sent = new LongAdder();
        List<Double> moving;
        var goes = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var drivers = new ArrayList<Future<?>>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                int first = thread;
                drivers.add(threads.submit(() -> drive(city, first, goes, sent)));
            }
            try {
                moving = frames(page);
            } finally {
                goes.set(false);
            }
            for (var driver : drivers) {
                driver.get();
            }
        }
        page.context().close();
        System.out.printf("  %,d positions a second were sent%n", sent.sum() / SECONDS);
        return BarTable.of("Between two frames of the desk with 1,000 units on its map", "ms")
                .baseline("while nobody moves", atRest)
                .judged("while all move", moving, 0.95, MOST);
    }

    /** Moves every fourth unit on and on, from that one. */
    private static void drive(DeskCityBuilder city, int first, AtomicBoolean goes, LongAdder sent) {
        for (int round = 1; goes.get(); round++) {
            for (int unit = first; unit < city.units().size() && goes.get(); unit += AT_ONCE) {
                city.place(unit, round * STEP, 0);
                sent.increment();
            }
        }
    }

    private static List<Double> frames(Page page) {
        return ((List<?>) page.evaluate(FRAMES, SECONDS))
                .stream().map(gap -> ((Number) gap).doubleValue()).toList();
    }
}
