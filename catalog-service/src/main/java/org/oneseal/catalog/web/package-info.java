/**
 * The catalog over HTTP: bodies, views and controllers. Rules live in the features; here requests
 * become commands and outcomes become answers.
 */
@NullMarked
package org.oneseal.catalog.web;

import org.jspecify.annotations.NullMarked;
