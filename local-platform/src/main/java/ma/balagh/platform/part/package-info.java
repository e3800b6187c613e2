/** What the suite is made of: a part, where it lives, which port it has, and how a failure is told to a person. */
@NullMarked
package ma.balagh.platform.part;

import org.jspecify.annotations.NullMarked;
