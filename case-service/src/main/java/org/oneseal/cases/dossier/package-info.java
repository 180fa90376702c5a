/**
 * The dossier (卷宗): the evidence of what belongs to a case and is not the case itself. A paper, a
 * document and a certificate have each their own hash chain, from their first event on; the case's
 * own history stays what its handlers did.
 */
@NullMarked
package org.oneseal.cases.dossier;

import org.jspecify.annotations.NullMarked;
