package org.oneseal.catalog.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that come with the service for understanding what is typed.
 *
 * @param fillers what people say around what they look for, such as 怎么办理
 * @param readings words that the dictionary reads wrongly, with the syllable of each character
 */
public record SearchWords(Set<String> fillers, Map<String, List<String>> readings) {}
