package ma.balagh.dispatch.patrol;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;

/** @param reason for staff */
record WithdrawPatrolPlan(
        @NotNull @Size(max = 500) @Explanation(min = 10) String reason) {}
