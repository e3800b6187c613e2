package ma.balagh.dispatch.communique;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;

/** @param reason for staff: what the public reads needs two people, and this has one */
record RetractCommunique(
        @NotNull @Size(max = 2000) @Explanation(min = 10) String reason) {}
