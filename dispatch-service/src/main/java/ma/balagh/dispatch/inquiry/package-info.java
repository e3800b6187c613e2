/** Owns inquiries, the compartment of internal affairs; for everybody else they do not exist. */
@NullMarked
package ma.balagh.dispatch.inquiry;

import org.jspecify.annotations.NullMarked;
