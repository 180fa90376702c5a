package org.oneseal.cases.events;

import java.time.LocalDate;

/** One material that will follow, with its last day (Asia/Shanghai). */
public record PromisedMaterial(String code, String name, LocalDate due) {}
