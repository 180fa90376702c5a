/**
 * Makes accounts and groups at Keycloak through its admin client. Everything is looked up before it
 * is made, so that a repeated call does no harm, and an account that is not one of ours is never
 * taken over.
 *
 * <p>The only place that knows which identity provider there is.
 */
@NullMarked
package org.oneseal.catalog.keycloak;

import org.jspecify.annotations.NullMarked;
