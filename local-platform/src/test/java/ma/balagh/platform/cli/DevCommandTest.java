package ma.balagh.platform.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ma.balagh.platform.part.SuiteException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class DevCommandTest {

    /** Of a suite that nobody starts. */
    private static final String NOBODYS_OFFSET = "--port-offset=4321";

    @Test
    void namesTheApplicationsToWhoeverAsksForAnotherOne() {
        assertRefused("postgres", "There is no application postgres; there are intake, analysis, dispatch, portal.");
    }

    @Test
    void saysHowToStartTheSuiteThatItNeeds() {
        assertRefused("intake", "./balagh up --detach --port-offset 4321 starts it");
    }

    private static void assertRefused(String application, String why) {
        var dev = new DevCommand();
        new CommandLine(dev).parseArgs(NOBODYS_OFFSET, application);
        assertThatThrownBy(dev::call).isInstanceOf(SuiteException.class).hasMessageContaining(why);
    }
}
