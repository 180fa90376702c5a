package org.oneseal.platform.journal;

import java.util.List;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.crypto.PublicKey;
import org.oneseal.platform.evidence.Seal;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seals and public keys for everybody: keep copies, and the past can't be rewritten unseen. */
@RestController
class SealsApi {

    private final JdbcSeals seals;
    private final KeyRing keys;

    SealsApi(JdbcSeals seals, KeyRing keys) {
        this.seals = seals;
        this.keys = keys;
    }

    @GetMapping("/api/v1/seals/${oneseal.service}")
    Feed<Seal> seals(PageRequest page) {
        List<Long> after = page.numbers(1);
        return Feed.of(
                seals.after(after.isEmpty() ? 0 : after.getFirst(), page.fetch()),
                page,
                seal -> List.of(Long.toString(seal.number())));
    }

    @GetMapping("/api/v1/seals/${oneseal.service}/keys")
    List<PublicKey> keys() {
        return keys.publicKeys();
    }
}
