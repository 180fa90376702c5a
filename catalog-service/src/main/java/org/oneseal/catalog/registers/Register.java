package org.oneseal.catalog.registers;

/** Which list an entry stands in. */
public enum Register {
    /** Words that mean the same (同义词). */
    SYNONYMS,
    /** Names by which people call an item (俗称); the key is the item's code. */
    ALIASES,
    /** Questions with their answers (知识库). */
    KNOWLEDGE,
    /** Services of intermediaries that an approval may ask for (中介服务事项目录). */
    INTERMEDIARY_SERVICES,
    /** Which matters exist at all (基本目录); the key is the basic code. */
    BASIC_DIRECTORY
}
