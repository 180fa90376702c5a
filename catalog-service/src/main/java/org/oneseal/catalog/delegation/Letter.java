package org.oneseal.catalog.delegation;

import java.time.LocalDate;

/**
 * The signed letter of authorisation (授权委托书), kept by its digest.
 *
 * @param digest of the file with its algorithm
 */
public record Letter(String number, String issuedBy, LocalDate signedOn, String digest) {}
