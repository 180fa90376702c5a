/**
 * The HTTP face of credit: the public list of licences, the officers' records with their deadlines,
 * the export under the national field names, and the seven-day rate.
 */
@NullMarked
package org.oneseal.credit.web;

import org.jspecify.annotations.NullMarked;
