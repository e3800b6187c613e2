/** Run cards: which units an incident of a type needs at an alarm level, and which of them are wanting. */
@NullMarked
package ma.balagh.dispatch.runcard;

import org.jspecify.annotations.NullMarked;
