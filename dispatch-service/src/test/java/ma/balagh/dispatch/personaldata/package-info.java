@NullMarked
package ma.balagh.dispatch.personaldata;

import org.jspecify.annotations.NullMarked;
