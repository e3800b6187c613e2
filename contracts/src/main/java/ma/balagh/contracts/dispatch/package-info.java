/** What dispatch tells the others about incidents. */
@NullMarked
package ma.balagh.contracts.dispatch;

import org.jspecify.annotations.NullMarked;
