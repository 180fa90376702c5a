package org.oneseal.cases.handling;

/**
 * What time does to a case when nobody else acted (到期自动处理).
 *
 * @param name who acts, as history and telling show it
 * @param command refuses before its time
 */
public record TimedRule(String name, CaseCommand command) {}
