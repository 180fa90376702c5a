/**
 * Projects: a buyer asks for a service, a market operator announces it with its conditions frozen,
 * institutions sign up, one is drawn at random, takes the contract and delivers. Two roles are kept
 * apart (行政许可法第四十五条): an applicant's own service produces a material before a case is accepted and
 * never touches a clock; a technical service that the authority commissions is bound to a case and
 * may be why its clock stands still. How a draw is computed is {@code platform.draw}.
 */
@NullMarked
package org.oneseal.market.projects;

import org.jspecify.annotations.NullMarked;
