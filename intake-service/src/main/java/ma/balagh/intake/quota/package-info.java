/** Owns quotas: how many bytes an account may announce and bring, and all accounts together. */
@NullMarked
package ma.balagh.intake.quota;

import org.jspecify.annotations.NullMarked;
