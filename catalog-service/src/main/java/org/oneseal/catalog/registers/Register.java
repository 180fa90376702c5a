package org.oneseal.catalog.registers;

/** Which list an entry stands in. */
public enum Register {
    /** Words that mean the same (同义词). */
    SYNONYMS(SynonymGroup.class),
    /** Names by which people call an item (俗称); the key is the item's code. */
    ALIASES(ItemAliases.class),
    /** Questions with their answers (知识库). */
    KNOWLEDGE(KnowledgeAnswer.class),
    /** Services of intermediaries that an approval may ask for (中介服务事项目录). */
    INTERMEDIARY_SERVICES(IntermediaryEntry.class),
    /** Which matters exist at all (基本目录); the key is the basic code. */
    BASIC_DIRECTORY(BasicMatter.class),
    /** Which body handles which of them (事项认领); the key is the body's code and the basic code. */
    CLAIMS(MatterClaim.class),
    /** What was found for all projects of an area at once (区域评估). */
    AREA_EVALUATIONS(AreaEvaluation.class);

    private final Class<? extends EntryBody> said;

    Register(Class<? extends EntryBody> said) {
        this.said = said;
    }

    /** What its entries say. */
    public Class<? extends EntryBody> said() {
        return said;
    }
}
