package org.oneseal.supervision.ruling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.WatchKind;

/** Cases with a watch of a kind that was opened in a period, for trials. */
public interface PastCases {

    /** The next ones by case id after that one, without locking anything. */
    List<Dossier> opened(
            WatchKind kind,
            RegionCode region,
            @Nullable String itemCode,
            Instant from,
            Instant until,
            String afterCase,
            int limit);
}
