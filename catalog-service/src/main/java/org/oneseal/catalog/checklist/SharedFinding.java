package org.oneseal.catalog.checklist;

import org.oneseal.catalog.registers.AreaEvaluation;

/**
 * An evaluation of the area that stands for a material (区域评估).
 *
 * @param code of its entry
 */
public record SharedFinding(String code, AreaEvaluation evaluation) {}
