package ma.balagh.intake;

import jakarta.enterprise.context.RequestScoped;
import ma.balagh.http.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings that hold for the whole country are changed by those whose jurisdiction it is. */
@RequestScoped
public class NationalSettingsGuard {

    private final Caller caller;
    private final String national;

    /** @param national the jurisdiction that covers all others */
    NationalSettingsGuard(
            Caller caller,
            @ConfigProperty(name = "balagh.jurisdiction.national", defaultValue = "MA") String national) {
        this.caller = caller;
        this.national = national;
    }

    /** @throws ma.balagh.http.ProblemException 403 for somebody whose jurisdictions are only a part of the country */
    public void require() {
        if (!caller.jurisdictions().covers(national)) {
            throw IntakeProblem.NATIONAL_SETTING.because(
                    "this holds for the whole country; your jurisdictions do not cover " + national);
        }
    }
}
