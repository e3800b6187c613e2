/** What the features of dispatch share: its problems and its timestamps. */
@NullMarked
package ma.balagh.dispatch;

import org.jspecify.annotations.NullMarked;
