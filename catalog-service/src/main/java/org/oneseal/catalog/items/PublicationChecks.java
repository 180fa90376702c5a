package org.oneseal.catalog.items;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.catalog.reviewing.ReviewRule;
import org.oneseal.platform.objection.Objection;

/** Everything that may stand between a draft and its publication, asked at once. */
public interface PublicationChecks {

    /** What is asked of reviews where the item is. */
    ReviewRule reviews();

    List<Objection> objections(Item item, ItemContent content);

    /** What the editor is told though it is no reason to refuse. */
    List<Remark> remarks(ItemContent content, LocalDate from);
}
