/**
 * Departments and their officers. A department's code and credit code are in every item it runs;
 * its officers get accounts at the identity provider, made after the commit by a queue that tries
 * again and says what it waits for.
 *
 * <p>Passwords are never seen here: the identity provider asks for one at the first login.
 */
@NullMarked
package org.oneseal.catalog.departments;

import org.jspecify.annotations.NullMarked;
