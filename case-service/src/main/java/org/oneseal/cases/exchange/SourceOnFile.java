package org.oneseal.cases.exchange;

/** A registered source as it is stored: with its id, version and the end of its evidence chain. */
public record SourceOnFile(Source value, String id, long version, String chainHead) {}
