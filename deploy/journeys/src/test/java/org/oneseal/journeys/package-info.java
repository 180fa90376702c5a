/**
 * The platform as its users meet it: seven services, PostgreSQL, Kafka and Keycloak as the launcher
 * starts them, asked over HTTP through the gateway with real tokens.
 *
 * <p>Journeys see what a person or another system sees; where one looks behind the scenes, into a
 * database or a topic, it does so to compare and never to make something pass.
 */
@NullMarked
package org.oneseal.journeys;

import org.jspecify.annotations.NullMarked;
