/**
 * Lists of subjects that have seriously broken faith (严重失信主体名单, formerly black list): proposed,
 * told beforehand with the right to state one's view, decided by another person, open to the
 * public, and ended by time, by repair (信用修复) or because the listing turns out wrong.
 *
 * <p>Done by credit officers of the region that decided, and by the party concerned with its own
 * token. Sources: 国办发〔2020〕49号 for the lists, the two regulations of repair for the terms. Kinds of
 * list, terms and restrictions are data with a region and an effective interval. Must not depend on
 * web, messaging or SQL.
 */
@NullMarked
package org.oneseal.credit.listing;

import org.jspecify.annotations.NullMarked;
