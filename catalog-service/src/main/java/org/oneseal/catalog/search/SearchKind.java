package org.oneseal.catalog.search;

/** What a hit is: an item (事项), a guide (导办), a package (一件事) or a knowledge answer (问答). */
public enum SearchKind {
    ITEM,
    GUIDE,
    PACKAGE,
    KNOWLEDGE
}
