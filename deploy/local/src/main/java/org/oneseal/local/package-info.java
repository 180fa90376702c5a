/**
 * The platform on one machine: PostgreSQL, a Kafka broker, Keycloak and the seven services as
 * processes of one launcher, without a container engine. {@code deploy/up} runs {@link
 * org.oneseal.local.Up}; tests and the story use {@link org.oneseal.local.LocalPlatform} as a
 * library. What is unpacked or trained once lies in a cache folder, everything that is a platform's
 * own (data, secrets, logs, process marks) in its state folder. Knows no business noun: a service
 * is a jar, a port, a database and a Kafka user here.
 */
@NullMarked
package org.oneseal.local;

import org.jspecify.annotations.NullMarked;
