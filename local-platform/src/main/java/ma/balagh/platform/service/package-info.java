/** The four applications of this repository as parts of the suite. */
@NullMarked
package ma.balagh.platform.service;

import org.jspecify.annotations.NullMarked;
