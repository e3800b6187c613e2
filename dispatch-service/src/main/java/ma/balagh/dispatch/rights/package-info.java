/** The rights of people who were arrested: which duties of the law were done for whom, when and by whom. */
@NullMarked
package ma.balagh.dispatch.rights;

import org.jspecify.annotations.NullMarked;
