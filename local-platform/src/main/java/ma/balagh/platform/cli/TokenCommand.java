package ma.balagh.platform.cli;

import java.io.IOException;
import ma.balagh.platform.keycloak.DemoTokenClient;
import ma.balagh.platform.part.SuiteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "prints a bearer token of a demo account, for curl; valid for 15 minutes")
final class TokenCommand implements Runnable {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Parameters(paramLabel = "user", description = "intake, analyst, officer, ...")
    private String user = "";

    @Override
    public void run() {
        try {
            System.out.println(new DemoTokenClient(which.workplace().ports()).ofUser(user));
        } catch (IOException e) {
            throw new SuiteException(
                    "Keycloak does not answer: start the suite with ./balagh up%s."
                            .formatted(which.workplace().ports().option()),
                    e);
        }
    }
}
