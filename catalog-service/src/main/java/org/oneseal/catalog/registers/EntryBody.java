package org.oneseal.catalog.registers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/** What an entry of a register says; each kind knows what makes it wrong. */
public sealed interface EntryBody
        permits SynonymGroup,
                ItemAliases,
                KnowledgeAnswer,
                IntermediaryEntry,
                BasicMatter,
                MatterClaim,
                AreaEvaluation {

    @JsonIgnore
    Register register();

    /** Everything that stands against it, seen by itself. */
    List<Objection> objections();

    /** What stands against it under this key, in this region. */
    default List<Objection> misplaced(String key, RegionCode region) {
        return List.of();
    }

    /** The words by which a list of entries finds it. */
    List<String> words();
}
