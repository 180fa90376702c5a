package org.oneseal.catalog.bundles;

import java.util.List;
import org.oneseal.platform.crypto.PublicKey;

/** Keys whose bundles are taken over: those an operator has listed. */
@FunctionalInterface
public interface TrustedKeys {

    List<PublicKey> all();
}
