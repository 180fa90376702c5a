package org.oneseal.notification.webhooks;

import java.net.URI;
import java.util.List;
import org.oneseal.platform.objection.Objection;

/** Brings parcels to where they belong; keeps the rules about addresses. */
public interface Postman {

    /** Calls once and waits for the answer, within the limit of time; never throws. */
    Reply bring(Parcel parcel);

    /** What speaks against an address now, its numeric address looked up. */
    List<Objection> objections(URI url);
}
