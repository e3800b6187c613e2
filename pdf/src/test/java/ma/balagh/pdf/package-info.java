@NullMarked
package ma.balagh.pdf;

import org.jspecify.annotations.NullMarked;
