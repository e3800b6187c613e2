package ma.balagh.dispatch.escalation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.http.Violation;

/**
 * What a commander asks for.
 *
 * @param stages every stage once, in any order
 */
record EscalationPolicyDescription(@NotNull @Size(max = 6) List<@NotNull @Valid StageTarget> stages) {

    /** What is wrong with a description whose fields are all there. */
    List<Violation> faults() {
        var faults = new ArrayList<Violation>();
        var seen = EnumSet.noneOf(IncidentStage.class);
        for (int i = 0; i < stages.size(); i++) {
            var path = "stages[%d]".formatted(i);
            if (!seen.add(stages.get(i).stage())) {
                faults.add(Violation.listedTwice(path + ".stage", "must not stand there twice"));
            }
            faults.addAll(stages.get(i).faults(path));
        }
        var missing = EnumSet.complementOf(seen);
        if (!missing.isEmpty()) {
            faults.add(Violation.required("stages", "must have a target for each stage; missing: " + missing));
        }
        return faults;
    }
}
