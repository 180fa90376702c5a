/**
 * Who applies (申请人): natural and legal persons, and mandates by which one acts for another (委托).
 * Citizen numbers and phones are encrypted at rest, found by a blind index, and masked in every
 * view; reading one unmasked needs a purpose and leaves a row that is never deleted (个人信息保护法).
 * Outside this package a party is an opaque id and a mask.
 */
@NullMarked
package org.oneseal.cases.parties;

import org.jspecify.annotations.NullMarked;
