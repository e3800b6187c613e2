/** Pages of inquiries into police misconduct, for internal affairs alone. */
@NullMarked
package ma.balagh.portal.inquiry;

import org.jspecify.annotations.NullMarked;
