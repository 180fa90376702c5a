package org.oneseal.catalog.items;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.platform.objection.Objection;

/** Everything that may stand between a draft and its publication, asked at once. */
public interface PublicationChecks {

    /** Whether another person than its editor must have passed the draft before. */
    boolean separateReview();

    List<Objection> objections(Item item, ItemContent content);

    /** What the editor is told though it is no reason to refuse. */
    List<Remark> remarks(ItemContent content, LocalDate from);
}
