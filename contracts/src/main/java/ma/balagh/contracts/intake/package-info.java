/** What intake tells the others about reports and evidence. */
@NullMarked
package ma.balagh.contracts.intake;

import org.jspecify.annotations.NullMarked;
