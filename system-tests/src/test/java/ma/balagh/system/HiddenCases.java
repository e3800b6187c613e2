package ma.balagh.system;

import java.io.IOException;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.jspecify.annotations.Nullable;

/**
 * A case in Rabat, which Casablanca may not see, and one of misconduct: made once for all tests of the suite, together with
 * {@link Townspeople}.
 */
record HiddenCases(Hidden elsewhere, Hidden misconduct) {

    private static @Nullable HiddenCases made;

    static synchronized HiddenCases in(Running suite) throws IOException, InterruptedException {
        var known = made;
        if (known == null) {
            Townspeople.settle();
            var misconduct = Hidden.misconduct(suite);
            known = new HiddenCases(Hidden.elsewhere(suite, misconduct), misconduct);
            made = known;
        }
        return known;
    }
}
