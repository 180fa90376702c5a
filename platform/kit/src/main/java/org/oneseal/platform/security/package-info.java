/**
 * Who is calling and how far this person sees: the caller from the token, the scope as a predicate
 * that is compiled into queries. An object outside the scope does not exist for the caller.
 */
@NullMarked
package org.oneseal.platform.security;

import org.jspecify.annotations.NullMarked;
